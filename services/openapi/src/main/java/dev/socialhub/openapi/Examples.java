package dev.socialhub.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeSet;

/**
 * Examples of bodies and parameters. They are together in one file, so that the same users and
 * posts appear in all of them.
 *
 * @param bodies name of a schema to its examples, each with a name
 * @param parameters name of a parameter to its example, with the service before it where the name
 *     means different things
 */
record Examples(JsonNode bodies, JsonNode parameters) {

    private static final String SCHEMA = "#/components/schemas/";

    static Examples read() {
        JsonNode file = DocumentFiles.read("/parts/examples.yml");
        return new Examples(file.required("bodies"), file.required("parameters"));
    }

    /**
     * Adds them to all operations.
     *
     * @throws IllegalStateException if a body or a required parameter has no example, or an example
     *     is used nowhere
     */
    void addTo(ObjectNode document) {
        TreeSet<String> unused = new TreeSet<>();
        bodies.properties().forEach(body -> unused.add(body.getKey()));
        parameters.properties().forEach(parameter -> unused.add(parameter.getKey()));
        for (ApiOperation operation : ApiOperation.of(document)) {
            operation
                    .parameters()
                    .forEach(parameter -> {
                        unused.remove(addToParameter(operation, parameter));
                    });
            unused.remove(addToBody(operation, operation.content().path("requestBody")));
            for (JsonNode response : operation.responses()) {
                unused.remove(addToBody(operation, response));
            }
        }
        if (!unused.isEmpty()) {
            throw new IllegalStateException("nothing takes the examples " + unused);
        }
    }

    /** Returns the name of the example; what the service calls so comes before what all do. */
    private String addToParameter(ApiOperation operation, ObjectNode parameter) {
        String general = parameter.path("name").asText();
        String special = operation.service() + "." + general;
        String name = parameters.has(special) ? special : general;
        JsonNode example = parameters.get(name);
        if (example != null) {
            parameter.set("example", example);
        } else if (parameter.path("required").asBoolean()) {
            throw new IllegalStateException(
                    "no example of the parameter " + general + " of " + operation);
        }
        return name;
    }

    /** Returns the schema of the body, empty if there is none with a schema of its own. */
    private String addToBody(ApiOperation operation, JsonNode described) {
        JsonNode json = described.path("content").path("application/json");
        String reference = json.path("schema").path("$ref").asText();
        if (!(json instanceof ObjectNode media) || reference.isEmpty()) {
            return "";
        }
        String schema = reference.substring(SCHEMA.length());
        JsonNode named = bodies.get(schema);
        if (named == null || named.isEmpty()) {
            throw new IllegalStateException("no example of " + schema + " for " + operation);
        }
        ObjectNode examples = media.putObject("examples");
        for (Map.Entry<String, JsonNode> one : named.properties()) {
            examples.putObject(one.getKey()).set("value", one.getValue());
        }
        return schema;
    }
}
