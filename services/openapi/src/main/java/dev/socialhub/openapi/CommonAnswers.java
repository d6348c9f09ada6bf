package dev.socialhub.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** The answers and headers that calls have because of what they take, whichever service answers. */
final class CommonAnswers {

    static final String IDEMPOTENCY_KEY = "IdempotencyKey";

    private static final String PAGE = "#/components/schemas/Page";

    private CommonAnswers() {}

    static void addTo(ObjectNode document) {
        for (ApiOperation operation : ApiOperation.of(document)) {
            if (!operation.service().equals("gateway")) {
                addProblems(operation);
            }
            addHeaders(operation);
        }
        // Shared answers are answers as well.
        JsonNode shared = document.path("components").path("responses");
        shared.forEach(response -> addHeader((ObjectNode) response, "X-Request-Id", "RequestId"));
    }

    private static void addProblems(ApiOperation operation) {
        TreeSet<Integer> statuses = new TreeSet<>();
        statuses.add(503);
        if (operation.needsToken()) {
            statuses.add(401);
            if (operation.path().contains("{")) {
                statuses.add(404);
            }
        }
        if (operation.takesBody()) {
            statuses.addAll(List.of(400, 413, 415, 422));
        }
        if (operation.parameters().anyMatch(one -> one.path("in").asText().equals("query"))) {
            statuses.add(422);
        }
        if (operation.takes(IDEMPOTENCY_KEY)) {
            statuses.addAll(List.of(400, 409, 422));
        }
        ObjectNode responses = operation.responses();
        for (int status : statuses) {
            String key = Integer.toString(status);
            if (!responses.has(key)) {
                responses.putObject(key).put("$ref", ProblemCatalogue.reference(status));
            }
        }
        responses.putObject("default").put("$ref", "#/components/responses/Problem");
        TreeMap<String, JsonNode> sorted = new TreeMap<>();
        responses.properties().forEach(one -> sorted.put(one.getKey(), one.getValue()));
        responses.removeAll();
        responses.setAll(sorted);
    }

    private static void addHeaders(ApiOperation operation) {
        for (Map.Entry<String, JsonNode> entry : operation.responses().properties()) {
            ObjectNode response = (ObjectNode) entry.getValue();
            if (response.has("$ref")) {
                continue;
            }
            addHeader(response, "X-Request-Id", "RequestId");
            String schema = response.at("/content/application~1json/schema/$ref").asText();
            if (schema.startsWith(PAGE)) {
                addHeader(response, "Link", "NextPage");
            }
            if (operation.takes(IDEMPOTENCY_KEY)) {
                addHeader(response, "Idempotent-Replayed", "Replayed");
            }
        }
    }

    private static void addHeader(ObjectNode response, String name, String component) {
        response.withObjectProperty("headers")
                .withObjectProperty(name)
                .put("$ref", "#/components/headers/" + component);
    }
}
