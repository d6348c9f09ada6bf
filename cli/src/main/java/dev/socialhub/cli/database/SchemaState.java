package dev.socialhub.cli.database;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * What is missing in a service's store: the tables that its migrations create, or the declared
 * indexes of its document collections.
 *
 * @param missing such as {@code table inbox}
 * @param different what exists under its name, but is defined differently
 * @param pendingMigrations those that were never run
 */
@JsonPropertyOrder({"service", "missing", "different", "pendingMigrations"})
public record SchemaState(
        String service,
        List<String> missing,
        List<String> different,
        List<String> pendingMigrations) {
    public SchemaState {
        missing = List.copyOf(missing);
        different = List.copyOf(different);
        pendingMigrations = List.copyOf(pendingMigrations);
    }

    /** As the service answers {@code GET /internal/ops/schema}. */
    public static SchemaState of(String service, JsonNode answer) {
        List<String> pending = new ArrayList<>();
        answer.path("pendingMigrations").forEach(migration -> pending.add(migration.asText()));
        return new SchemaState(
                service,
                objects(answer.path("missing")),
                objects(answer.path("different")),
                pending);
    }

    /** Kinds and names of the elements of a list of {@code {kind, name}}. */
    static List<String> objects(JsonNode list) {
        List<String> objects = new ArrayList<>();
        list.forEach(object ->
                objects.add(object.path("kind").asText() + " " + object.path("name").asText()));
        return objects;
    }

    public boolean whole() {
        return missing.isEmpty() && different.isEmpty() && pendingMigrations.isEmpty();
    }

    /** All of it in one line. */
    public String brief() {
        if (whole()) {
            return "complete";
        }
        List<String> parts = new ArrayList<>();
        if (!missing.isEmpty()) {
            parts.add(
                    abbreviated(missing) + (missing.size() == 1 ? " is missing" : " are missing"));
        }
        if (!different.isEmpty()) {
            parts.add(
                    abbreviated(different)
                            + (different.size() == 1 ? " is" : " are")
                            + " not as declared");
        }
        if (!pendingMigrations.isEmpty()) {
            parts.add("not migrated: " + abbreviated(pendingMigrations));
        }
        return String.join("; ", parts);
    }

    private static String abbreviated(List<String> names) {
        return names.size() <= 3
                ? String.join(", ", names)
                : String.join(", ", names.subList(0, 3)) + " and " + (names.size() - 3) + " more";
    }
}
