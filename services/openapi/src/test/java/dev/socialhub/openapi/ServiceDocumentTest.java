package dev.socialhub.openapi;

import static dev.socialhub.openapi.MergedPartsTest.yaml;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

class ServiceDocumentTest {

    @Test
    void namesOperationsByMethodAndPathAndGroupsThemByService() {
        ObjectNode adapted =
                adapted("paths: {'/api/v1/users/{user}/follow': {put: {operationId: follow_1}}}");
        assertThat(adapted.at("/paths/~1api~1v1~1users~1{user}~1follow/put"))
                .isEqualTo(
                        yaml(
                                """
                                operationId: putUsersUserFollow
                                tags: [users]
                                responses: {}
                                security: []
                                """));
    }

    @Test
    void marksOnlyOperationsThatAreOpen() {
        String operation = "paths: {/a: {get: {security: [%s]}, put: {}}}%n";
        ObjectNode open = adapted(operation.formatted("{bearer: []}"));
        assertThat(open.at("/paths/~1a/get").has("security")).isFalse();
        assertThat(open.at("/paths/~1a/put/security")).isEmpty();
        ObjectNode closed = adapted(operation.formatted("") + "security: [{bearer: []}]");
        assertThat(closed.at("/paths/~1a/get/security").isArray()).isTrue();
        assertThat(closed.at("/paths/~1a/put").has("security")).isFalse();
    }

    @Test
    void knowsThatAParameterWithADefaultIsOptionalAndNoneIsNull() {
        ObjectNode adapted =
                adapted(
                        """
                        paths: {/a: {get: {parameters: [
                          {name: limit, required: true, schema: {type: integer, default: 20}},
                          {name: ids, schema: {type: string, nullable: true}, required: true}]}}}
                        """);
        assertThat(adapted.at("/paths/~1a/get/parameters/0/required").asBoolean()).isFalse();
        assertThat(adapted.at("/paths/~1a/get/parameters/1/required").asBoolean()).isTrue();
        assertThat(adapted.at("/paths/~1a/get/parameters/1/schema/type").asText())
                .isEqualTo("string");
    }

    @Test
    void writesNullableSchemasAsVersion31Does() {
        ObjectNode adapted =
                adapted(
                        """
                        components: {schemas: {A: {properties: {
                          b: {type: string, nullable: true, x-pattern-message: odd},
                          c: {nullable: true, allOf: [{$ref: '#/components/schemas/A'}]}}}}}
                        """);
        assertThat(adapted.at("/components/schemas/A/properties/b"))
                .isEqualTo(yaml("type: [string, 'null']"));
        assertThat(adapted.at("/components/schemas/A/properties/c"))
                .isEqualTo(yaml("anyOf: [{$ref: '#/components/schemas/A'}, {type: 'null'}]"));
    }

    @Test
    void refusesWhatItCannotWriteInVersion31() {
        assertThatThrownBy(() -> adapted("components: {schemas: {A: {nullable: true}}}"))
                .hasMessageContaining("nullable");
    }

    private static ObjectNode adapted(String document) {
        return new ServiceDocument("users", yaml(document)).forClients();
    }
}
