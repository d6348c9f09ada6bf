package dev.socialhub.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

class MergedPartsTest {

    private final ObjectNode document =
            yaml(
                    """
                    paths: {/a: {get: {summary: a, tags: [x]}}}
                    components: {schemas: {Name: {type: string}}}
                    """);

    @Test
    void addsOperationsAndComponents() {
        MergedParts.add(
                document,
                yaml(
                        """
                        paths: {/a: {put: {summary: b}}, /c: {get: {summary: c}}}
                        components: {schemas: {Name: {type: string}, Other: {type: object}}}
                        """));
        assertThat(document)
                .isEqualTo(
                        yaml(
                                """
                                paths:
                                  /a: {get: {summary: a, tags: [x]}, put: {summary: b}}
                                  /c: {get: {summary: c}}
                                components: {schemas: {Name: {type: string}, Other: {type: object}}}
                                """));
    }

    @Test
    void refusesTwoDifferentSchemasOfOneName() {
        ObjectNode other = yaml("components: {schemas: {Name: {type: integer}}}");
        assertThatThrownBy(() -> MergedParts.add(document, other))
                .hasMessageContaining("two different schemas are called Name");
    }

    @Test
    void refusesAnOperationThatTwoServicesHave() {
        ObjectNode other = yaml("paths: {/a: {get: {summary: a, tags: [x]}}}");
        assertThatThrownBy(() -> MergedParts.add(document, other))
                .hasMessage("GET /a is in two documents");
    }

    @Test
    void refinesOperations() {
        MergedParts.refine(document, yaml("/a: {get: {tags: [y], deprecated: true}}"));
        assertThat(document.at("/paths/~1a/get"))
                .isEqualTo(yaml("{summary: a, tags: [x, y], deprecated: true}"));
    }

    @Test
    void refinesNothingThatIsNotThere() {
        assertThatThrownBy(() -> MergedParts.refine(document, yaml("/a: {put: {tags: [y]}}")))
                .hasMessage("there is no put /a");
    }

    static ObjectNode yaml(String text) {
        try {
            return (ObjectNode) DocumentFiles.YAML.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }
}
