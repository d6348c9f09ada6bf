package dev.socialhub.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * One operation of a document.
 *
 * @param method in lower case, as documents write it
 * @param content its node, which may be changed
 */
record ApiOperation(String path, String method, ObjectNode content) {

    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

    /** All operations of a document, in its order. */
    static List<ApiOperation> of(ObjectNode document) {
        List<ApiOperation> operations = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
            for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
                if (METHODS.contains(method.getKey())) {
                    operations.add(
                            new ApiOperation(
                                    path.getKey(),
                                    method.getKey(),
                                    (ObjectNode) method.getValue()));
                }
            }
        }
        return operations;
    }

    /** The service that answers; operations are grouped by it. */
    String service() {
        return content.path("tags").path(0).asText();
    }

    ObjectNode responses() {
        return content.withObjectProperty("responses");
    }

    /** The operation's parameters; those that are references have no name. */
    Stream<ObjectNode> parameters() {
        return content.path("parameters") instanceof ArrayNode all
                ? StreamSupport.stream(all.spliterator(), false).map(ObjectNode.class::cast)
                : Stream.empty();
    }

    /** Whether a parameter is this one of the shared ones. */
    boolean takes(String sharedParameter) {
        String reference = "#/components/parameters/" + sharedParameter;
        return parameters().anyMatch(one -> one.path("$ref").asText().equals(reference));
    }

    boolean takesBody() {
        return content.has("requestBody");
    }

    /** Whether the document's security holds for it: an operation without any says so. */
    boolean needsToken() {
        return !content.has("security");
    }

    @Override
    public String toString() {
        return method.toUpperCase(Locale.ROOT) + " " + path;
    }
}
