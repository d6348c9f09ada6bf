package dev.socialhub.cli.database;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * What a service's migrations made, or should have made, and its database hasn't.
 *
 * @param missing such as {@code table inbox}
 * @param pendingMigrations those that were never run
 */
@JsonPropertyOrder({"service", "missing", "pendingMigrations"})
public record SchemaState(String service, List<String> missing, List<String> pendingMigrations) {
    public SchemaState {
        missing = List.copyOf(missing);
        pendingMigrations = List.copyOf(pendingMigrations);
    }

    /** As the service answers {@code GET /internal/ops/schema}. */
    public static SchemaState of(String service, JsonNode answer) {
        List<String> pending = new ArrayList<>();
        answer.path("pendingMigrations").forEach(migration -> pending.add(migration.asText()));
        return new SchemaState(service, objects(answer.path("missing")), pending);
    }

    /** Kinds and names of what stands in a list of {@code {kind, name}}. */
    static List<String> objects(JsonNode list) {
        List<String> objects = new ArrayList<>();
        list.forEach(object ->
                objects.add(object.path("kind").asText() + " " + object.path("name").asText()));
        return objects;
    }

    public boolean whole() {
        return missing.isEmpty() && pendingMigrations.isEmpty();
    }

    /** All of it in one line. */
    public String brief() {
        if (whole()) {
            return "whole";
        }
        List<String> parts = new ArrayList<>();
        if (!missing.isEmpty()) {
            parts.add(few(missing) + (missing.size() == 1 ? " is missing" : " are missing"));
        }
        if (!pendingMigrations.isEmpty()) {
            parts.add("not migrated: " + few(pendingMigrations));
        }
        return String.join("; ", parts);
    }

    private static String few(List<String> names) {
        return names.size() <= 3
                ? String.join(", ", names)
                : String.join(", ", names.subList(0, 3)) + " and " + (names.size() - 3) + " more";
    }
}
