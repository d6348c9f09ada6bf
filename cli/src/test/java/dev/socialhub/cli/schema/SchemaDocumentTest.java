package dev.socialhub.cli.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.socialhub.cli.AllCommands;
import dev.socialhub.cli.CommandOutcome;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The shapes of all documents, as they are stored. A change of a record shows here what it changes
 * for clients; the new schema is written to {@code target/schema}.
 */
class SchemaDocumentTest {
    private static final Path NOWHERE = Path.of("/nonexistent");
    private static final Path GENERATED = Path.of("target", "schema");

    static Stream<String> commands() {
        return DocumentTypes.all().keySet().stream();
    }

    @Test
    void everyCommandThatPrintsDocumentsHasALine() {
        List<String> printing =
                AllCommands.paths().stream()
                        .filter(path ->
                                AllCommands.command(path).getCommandSpec().findOption("--output")
                                        != null)
                        .map(path -> String.join(" ", path))
                        .toList();
        assertThat(commands()).containsExactlyInAnyOrderElementsOf(printing);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void theRecordIsOfTheShapeThatIsWrittenDown(String command) throws IOException {
        String schema =
                Schemas.generate(command, DocumentTypes.all().getOrDefault(command, Void.class));
        Path generated = GENERATED.resolve(command.replace(' ', '-') + ".json");
        Files.createDirectories(GENERATED);
        Files.writeString(generated, schema);
        try (InputStream file =
                SchemaDocumentTest.class.getResourceAsStream(Schemas.resource(command))) {
            String written =
                    file == null ? "" : new String(file.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(schema)
                    .as("copy %s to src/main/resources/schema", generated)
                    .isEqualTo(written);
        }
    }

    @ParameterizedTest
    @MethodSource("commands")
    void theToolShowsIt(String command) {
        List<String> words =
                Stream.concat(Stream.of("schema"), Stream.of(command.split(" ", -1))).toList();
        CommandOutcome outcome = AllCommands.run(NOWHERE, words.toArray(String[]::new));
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out()).contains("\"title\" : \"socialhubctl " + command + "\"");
    }

    @Test
    void aDocumentOfAnotherShapeIsFound() throws IOException {
        JsonMapper json = new JsonMapper();
        CommandOutcome outcome = AllCommands.run(NOWHERE, "version", "-o", "json");
        assertThat(Schemas.problems("version", json.readTree(outcome.out()))).isEmpty();
        assertThat(Schemas.problems("version", json.readTree("{\"version\":\"1\"}"))).isNotEmpty();
    }

    @Test
    void whatIsNoCommandIsNotFound() {
        assertThat(AllCommands.run(NOWHERE, "schema", "logs").exitCode()).isEqualTo(4);
        assertThat(AllCommands.run(NOWHERE, "schema", "../help").exitCode()).isEqualTo(4);
    }
}
