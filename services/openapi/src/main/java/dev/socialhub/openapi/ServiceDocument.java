package dev.socialhub.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Map;

/**
 * The document that a service's annotation processor wrote, which says some things in a form that
 * is true only of this service, or only of its code.
 */
record ServiceDocument(String service, ObjectNode content) {

    private static final Map<String, String> REASONS =
            Map.of("200", "OK", "201", "Created", "202", "Accepted", "204", "No content");

    /** The paths and components in the form that the merged document has. */
    ObjectNode forClients() {
        ObjectNode own = content.objectNode();
        own.set("paths", content.path("paths").deepCopy());
        own.set("components", content.path("components").deepCopy());
        SchemaDialect.modernise(own);
        boolean isSecured = needsToken(content);
        for (ApiOperation operation : ApiOperation.of(own)) {
            adapt(operation, isSecured);
        }
        return own;
    }

    private void adapt(ApiOperation operation, boolean isSecured) {
        ObjectNode node = operation.content();
        node.putArray("tags").add(service);
        node.put("operationId", name(operation));
        if (node.path("description").equals(node.path("summary"))) {
            node.remove("description");
        }
        boolean needsToken = node.has("security") ? needsToken(node) : isSecured;
        node.remove("security");
        if (!needsToken) {
            node.putArray("security");
        }
        operation.parameters().forEach(ServiceDocument::adaptParameter);
        for (Map.Entry<String, JsonNode> response : operation.responses().properties()) {
            String reason = REASONS.get(response.getKey());
            if (reason != null) {
                ((ObjectNode) response.getValue()).put("description", reason);
            }
        }
    }

    private static void adaptParameter(ObjectNode parameter) {
        JsonNode schema = parameter.path("schema");
        // It is optional, though it is of a primitive type in the code.
        if (schema.has("default")) {
            parameter.put("required", false);
        }
        // It is absent rather than null.
        if (schema instanceof ObjectNode object && object.path("type").isArray()) {
            object.set("type", object.path("type").get(0));
        }
    }

    private static boolean needsToken(JsonNode secured) {
        return !secured.path("security").isEmpty();
    }

    /**
     * From method and path, since names of Java methods change and are the same in two services.
     */
    private static String name(ApiOperation operation) {
        StringBuilder name = new StringBuilder(operation.method());
        for (String word :
                operation.path().replaceFirst("^/api/v1", "").split("[^A-Za-z0-9]+", -1)) {
            if (!word.isEmpty()) {
                name.append(word.substring(0, 1).toUpperCase(Locale.ROOT))
                        .append(word.substring(1));
            }
        }
        return name.toString();
    }
}
