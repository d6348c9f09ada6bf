package dev.socialhub.openapi;

import static dev.socialhub.openapi.MergedPartsTest.yaml;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

class ExamplesTest {

    private final ObjectNode document =
            yaml(
                    """
                    paths:
                      /a:
                        put:
                          tags: [posts]
                          parameters: [{name: id, required: true}, {name: limit}]
                          requestBody:
                            content:
                              application/json: {schema: {$ref: '#/components/schemas/A'}}
                    """);

    @Test
    void addsExamplesToBodiesAndParametersOfThatService() {
        add("{A: {one: {b: 1}}}", "{posts.id: special}");
        assertThat(document.at("/paths/~1a/put/parameters/0/example").asText())
                .isEqualTo("special");
        assertThat(document.at("/paths/~1a/put/requestBody/content/application~1json/examples"))
                .isEqualTo(yaml("one: {value: {b: 1}}"));
    }

    @Test
    void failsForABodyOrARequiredParameterWithoutOne() {
        assertThatThrownBy(() -> add("{}", "{id: x}")).hasMessage("no example of A for PUT /a");
        assertThatThrownBy(() -> add("{A: {one: 1}}", "{}"))
                .hasMessage("no example of the parameter id of PUT /a");
    }

    @Test
    void failsForAnExampleOfNothing() {
        assertThatThrownBy(() -> add("{A: {one: 1}, B: {one: 1}}", "{id: x}"))
                .hasMessage("nothing takes the examples [B]");
    }

    private void add(String bodies, String parameters) {
        new Examples(yaml(bodies), yaml(parameters)).addTo(document);
    }
}
