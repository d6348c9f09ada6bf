package dev.socialhub.openapi;

import static dev.socialhub.openapi.MergedPartsTest.yaml;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CommonAnswersTest {

    @Test
    void givesAnOpenReadOnlyTheAnswersThatAllCallsHave() {
        assertThat(statuses("tags: [auth], security: []")).containsExactly("200", "503", "default");
    }

    @Test
    void givesACallTheAnswersOfWhatItTakes() {
        assertThat(statuses("tags: [posts]"))
                .containsExactly("200", "401", "404", "503", "default");
        assertThat(statuses("tags: [posts], security: [], requestBody: {}"))
                .containsExactly("200", "400", "413", "415", "422", "503", "default");
        String key = "{$ref: '#/components/parameters/IdempotencyKey'}";
        assertThat(statuses("tags: [posts], security: [], parameters: [" + key + "]"))
                .containsExactly("200", "400", "409", "422", "503", "default");
    }

    @Test
    void leavesTheGatewaysOwnAnswersAsTheyAre() {
        assertThat(statuses("tags: [gateway]")).containsExactly("200");
    }

    @Test
    void namesHeadersWhereTheyHold() {
        ObjectNode document =
                document(
                        "tags: [posts], parameters: [{$ref:"
                                + " '#/components/parameters/IdempotencyKey'}]");
        assertThat(document.at("/paths/~1a~1{b}/get/responses/200/headers").properties())
                .extracting(Map.Entry::getKey)
                .containsExactly("X-Request-Id", "Link", "Idempotent-Replayed");
    }

    private static List<String> statuses(String operation) {
        return document(operation).at("/paths/~1a~1{b}/get/responses").properties().stream()
                .map(Map.Entry::getKey)
                .toList();
    }

    private static ObjectNode document(String operation) {
        ObjectNode document =
                yaml(
                        """
                        paths: {'/a/{b}': {get: {%s, responses: {200: {description: OK, content:
                          {application/json: {schema: {$ref: '#/components/schemas/PageX'}}}}}}}}
                        """
                                .formatted(operation));
        CommonAnswers.addTo(document);
        return document;
    }
}
