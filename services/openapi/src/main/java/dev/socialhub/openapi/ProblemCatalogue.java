package dev.socialhub.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Every type of problem that an answer may have: as shared answers, and as a table to read. */
record ProblemCatalogue(List<Entry> entries) {

    private static final String URI = "urn:socialhub:problem:";

    ProblemCatalogue {
        entries = List.copyOf(entries);
    }

    /**
     * One type of problem.
     *
     * @param client what the client does
     */
    record Entry(String slug, int status, String title, String meaning, String client) {

        private static Entry of(String slug, JsonNode content) {
            return new Entry(
                    slug,
                    content.required("status").asInt(),
                    content.required("title").asText(),
                    content.required("meaning").asText(),
                    content.required("client").asText());
        }

        private String row() {
            return "| `%s` | %d | %s | %s |\n".formatted(slug, status, meaning, client);
        }
    }

    static ProblemCatalogue read() {
        List<Entry> entries = new ArrayList<>();
        DocumentFiles.read("/parts/problems.yml")
                .properties()
                .forEach(entry -> entries.add(Entry.of(entry.getKey(), entry.getValue())));
        return new ProblemCatalogue(entries);
    }

    /** Where a document has the answer for all problems of this status. */
    static String reference(int status) {
        return "#/components/responses/Problem" + status;
    }

    void addTo(ObjectNode document) {
        ObjectNode info = document.withObjectProperty("info");
        String table = entries.stream().map(Entry::row).collect(Collectors.joining());
        info.put(
                "description",
                info.path("description").asText()
                        + """

                        ## Problem types

                        `type` is `%s` and one of these names.

                        | name | status | meaning | what the client does |
                        |---|---|---|---|
                        """
                                .formatted(URI)
                        + table);
        ObjectNode examples =
                document.withObjectProperty("components").withObjectProperty("examples");
        entries.forEach(entry -> examples.set(entry.slug(), example(examples, entry)));
        ObjectNode responses =
                document.withObjectProperty("components").withObjectProperty("responses");
        Map<Integer, List<Entry>> byStatus =
                entries.stream()
                        .collect(
                                Collectors.groupingBy(
                                        Entry::status, TreeMap::new, Collectors.toList()));
        byStatus.forEach((status, all) -> addResponse(responses, status, all));
    }

    private static ObjectNode example(ObjectNode factory, Entry entry) {
        ObjectNode example = factory.objectNode().put("summary", entry.title());
        ObjectNode value =
                example.putObject("value")
                        .put("type", URI + entry.slug())
                        .put("title", entry.title())
                        .put("status", entry.status())
                        .put("detail", entry.meaning())
                        .put("instance", "/api/v1/posts")
                        .put("requestId", "01980b5e-6f0a-7000-8000-00000000000d")
                        .put("traceId", "4bf92f3577b34da6a3ce929d0e0e4736");
        if (entry.slug().equals("invalid")) {
            value.putArray("errors")
                    .addObject()
                    .put("field", "content")
                    .put("message", "is required");
        }
        return example;
    }

    /** A component may be there already, with headers that only this status has. */
    private static void addResponse(ObjectNode responses, int status, Collection<Entry> entries) {
        ObjectNode response = responses.withObjectProperty("Problem" + status);
        response.put(
                "description",
                entries.stream().map(Entry::meaning).collect(Collectors.joining(" Or: ")));
        ObjectNode content =
                response.withObjectProperty("content")
                        .withObjectProperty("application/problem+json");
        content.putObject("schema").put("$ref", "#/components/schemas/Problem");
        ObjectNode examples = content.putObject("examples");
        entries.forEach(entry ->
                examples.putObject(entry.slug())
                        .put("$ref", "#/components/examples/" + entry.slug()));
    }
}
