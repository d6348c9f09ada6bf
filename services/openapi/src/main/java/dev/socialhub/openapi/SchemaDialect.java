package dev.socialhub.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

/** Turns schemas of OpenAPI 3.0 into those of 3.1, which are plain JSON Schema. */
final class SchemaDialect {

    private SchemaDialect() {}

    /**
     * Converts everything below a node.
     *
     * @throws IllegalArgumentException for a schema that has another meaning in 3.1
     */
    static void modernise(JsonNode node) {
        if (node instanceof ObjectNode object) {
            convert(object);
        }
        node.forEach(SchemaDialect::modernise);
    }

    private static void convert(ObjectNode object) {
        // The texts of validation messages, which 3.1 has no place for.
        object.properties().removeIf(field -> field.getKey().matches("x-[a-z-]+-message"));
        JsonNode exclusive = object.path("exclusiveMinimum");
        if (exclusive.isBoolean() || object.path("exclusiveMaximum").isBoolean()) {
            throw new IllegalArgumentException("exclusive bounds are numbers in 3.1: " + object);
        }
        if (!object.path("nullable").isBoolean()) {
            return;
        }
        boolean isNullable = object.path("nullable").asBoolean();
        object.remove("nullable");
        if (!isNullable) {
            return;
        }
        if (object.remove("allOf") instanceof ArrayNode schema && schema.size() == 1) {
            object.putArray("anyOf").add(schema.get(0)).addObject().put("type", "null");
            return;
        }
        if (!(object.get("type") instanceof TextNode type) || object.has("enum")) {
            throw new IllegalArgumentException("a nullable schema without a plain type: " + object);
        }
        object.putArray("type").add(type.asText()).add("null");
    }
}
