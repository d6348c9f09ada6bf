package dev.socialhub.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** Adds documents to a document. */
final class MergedParts {

    private MergedParts() {}

    /**
     * Adds the operations and components of another document.
     *
     * @throws IllegalStateException if both have the same operation, or two different components of
     *     one name
     */
    static void add(ObjectNode document, ObjectNode part) {
        ObjectNode paths = document.withObjectProperty("paths");
        for (ApiOperation operation : ApiOperation.of(part)) {
            ObjectNode path = paths.withObjectProperty(operation.path());
            if (path.has(operation.method())) {
                throw new IllegalStateException(operation + " is in two documents");
            }
            path.set(operation.method(), operation.content());
        }
        ObjectNode components = document.withObjectProperty("components");
        for (Map.Entry<String, JsonNode> section : part.path("components").properties()) {
            ObjectNode existing = components.withObjectProperty(section.getKey());
            for (Map.Entry<String, JsonNode> component : section.getValue().properties()) {
                JsonNode before = existing.get(component.getKey());
                if (before != null && !before.equals(component.getValue())) {
                    throw new IllegalStateException(
                            "two different %s are called %s: %s and %s"
                                    .formatted(
                                            section.getKey(),
                                            component.getKey(),
                                            before,
                                            component.getValue()));
                }
                existing.set(component.getKey(), component.getValue());
            }
        }
    }

    /**
     * Adds details to existing operations.
     *
     * @param additions paths with methods with details; lists are appended
     * @throws IllegalStateException if there is no such operation
     */
    static void refine(ObjectNode document, ObjectNode additions) {
        for (Map.Entry<String, JsonNode> path : additions.properties()) {
            for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
                JsonNode operation =
                        document.path("paths").path(path.getKey()).path(method.getKey());
                if (!(operation instanceof ObjectNode existing)) {
                    throw new IllegalStateException(
                            "there is no " + method.getKey() + " " + path.getKey());
                }
                addAll(existing, (ObjectNode) method.getValue());
            }
        }
    }

    private static void addAll(ObjectNode existing, ObjectNode more) {
        for (Map.Entry<String, JsonNode> field : more.properties()) {
            JsonNode before = existing.get(field.getKey());
            if (before instanceof ObjectNode object) {
                addAll(object, (ObjectNode) field.getValue());
            } else if (before instanceof ArrayNode array) {
                array.addAll((ArrayNode) field.getValue());
            } else {
                existing.set(field.getKey(), field.getValue().deepCopy());
            }
        }
    }
}
