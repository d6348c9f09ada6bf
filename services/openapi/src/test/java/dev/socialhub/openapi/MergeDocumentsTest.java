package dev.socialhub.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The document that the build has made. */
class MergeDocumentsTest {

    private final ObjectNode document = DocumentFiles.read("/openapi/openapi.yaml");

    @Test
    void isADocumentThatAParserAcceptsWithoutAMessage() throws IOException {
        ParseOptions options = new ParseOptions();
        options.setResolve(true);
        SwaggerParseResult parsed =
                new OpenAPIV3Parser().readContents(text("openapi.yaml"), List.of(), options);
        assertThat(parsed.getMessages()).isEmpty();
        assertThat(parsed.getOpenAPI().getOpenapi()).isEqualTo("3.1.0");
        assertThat(parsed.getOpenAPI().getPaths())
                .hasSameSizeAs(document.path("paths").properties());
    }

    @Test
    void isTheSameInBothFormats() throws IOException {
        JsonNode json = DocumentFiles.YAML.readTree(text("openapi.json"));
        assertThat(json).isEqualTo(document).isEqualTo(MergeDocuments.merged());
    }

    @Test
    void hasEveryPublicOperationOfTheServicesAndNoOther() {
        List<String> documented =
                ApiOperation.of(document).stream()
                        .filter(operation -> !operation.service().equals("gateway"))
                        .map(ApiOperation::toString)
                        .toList();
        assertThat(documented)
                .hasSizeGreaterThan(25)
                .containsExactlyInAnyOrderElementsOf(ServedOperation.allPublic().keySet());
    }

    @Test
    void saysOfEachOperationWhetherItTakesATokenAndAKey() {
        Map<String, ServedOperation> served = ServedOperation.allPublic();
        for (ApiOperation operation : ApiOperation.of(document)) {
            if (operation.service().equals("gateway")) {
                continue;
            }
            ServedOperation code = Objects.requireNonNull(served.get(operation.toString()));
            assertThat(operation.needsToken())
                    .as("%s needs a token", operation)
                    .isEqualTo(code.needsToken());
            assertThat(operation.takes(CommonAnswers.IDEMPOTENCY_KEY))
                    .as("%s takes an idempotency key", operation)
                    .isEqualTo(code.takesKey());
            assertThat(operation.service()).as("%s", operation).isEqualTo(code.service());
        }
    }

    @Test
    void hasExamplesThatTheirSchemasAllow() {
        List<String> faults = new ArrayList<>();
        int count = 0;
        for (JsonNode json : document.findValues("application/json")) {
            JsonSchema schema = schema(json.path("schema"));
            for (Map.Entry<String, JsonNode> example : json.path("examples").properties()) {
                count++;
                schema.validate(example.getValue().path("value"))
                        .forEach(fault -> faults.add(example.getKey() + ": " + fault));
            }
        }
        for (JsonNode example : document.at("/components/examples")) {
            schema(problem())
                    .validate(example.path("value"))
                    .forEach(fault -> faults.add(fault.toString()));
        }
        assertThat(faults).isEmpty();
        assertThat(count).isGreaterThan(25);
    }

    @Test
    void showsNothingThatOnlyTheCodeMeans() throws IOException {
        assertThat(text("openapi.yaml"))
                .doesNotContain("/internal/", "/ops/", "Controller", "nullable:", "-message");
    }

    private static ObjectNode problem() {
        return DocumentFiles.YAML.createObjectNode().put("$ref", "#/components/schemas/Problem");
    }

    /** The schema, with all others that it may name. */
    private JsonSchema schema(JsonNode schema) {
        ObjectNode whole = schema.deepCopy();
        whole.set("components", document.path("components"));
        return JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(whole);
    }

    private static String text(String name) throws IOException {
        try (InputStream in = MergeDocumentsTest.class.getResourceAsStream("/openapi/" + name)) {
            assertThat(in).as(name).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
