package dev.socialhub.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.socialhub.cli.CommandOutcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The parts of the platform in containers that can be tested without a container engine. */
class ComposeIT {

    private final PlatformUnderTest platform = PlatformUnderTest.shared();
    private final JsonNode compose = compose();

    @TempDir Path folder;

    @Test
    void initMakesAllThatTheComposeFileAsksForAndKeepsIt() throws Exception {
        Files.copy(
                platform.root().resolve("docker-compose.yml"),
                folder.resolve("docker-compose.yml"));
        CommandOutcome first = init();
        assertThat(first.exitCode()).as(first.err()).isZero();
        JsonNode report = new ObjectMapper().readTree(first.out());
        assertThat(report.get("made")).isNotEmpty();
        assertThat(report.get("kept")).isEmpty();
        String made = Files.readString(folder.resolve(".env"));
        assertThat(first.out() + first.err())
                .doesNotContain(made.lines().toList().getLast().split("=", 2)[1]);

        CommandOutcome second = init();
        assertThat(new ObjectMapper().readTree(second.out()).get("made")).isEmpty();
        assertThat(Files.readString(folder.resolve(".env"))).isEqualTo(made);
    }

    @Test
    void initSaysWhatItNeeds() throws Exception {
        CommandOutcome outcome = init();
        assertThat(outcome.exitCode()).isEqualTo(4);
        assertThat(outcome.err()).contains("docker-compose.yml doesn't exist");
        assertThat(folder.resolve(".env")).doesNotExist();
    }

    /** With the version of compose that Debian has, which is too old to know what `name` means. */
    @Test
    void theFileIsUnderstoodByCompose() throws Exception {
        Path docker = Tool.needed("docker-compose");
        Path file = folder.resolve("docker-compose.yml");
        String text = Files.readString(platform.root().resolve("docker-compose.yml"));
        Files.writeString(file, text.replaceFirst("(?m)^name: socialhub$", ""));

        CommandOutcome without = understand(docker, file);
        assertThat(without.exitCode()).isNotZero();
        assertThat(without.err()).contains("compose init");

        init();
        CommandOutcome with = understand(docker, file);
        assertThat(with.exitCode()).as(with.err()).isZero();
    }

    /** The very command that the engine would run in the service's container. */
    @ParameterizedTest
    @MethodSource("dev.socialhub.e2e.ServiceNames#all")
    void healthChecksTellTheReadyFromTheAbsent(String service) throws Exception {
        JsonNode own = compose.at("/services/" + service + "/healthcheck/test");
        JsonNode test = own.isMissingNode() ? compose.at("/x-service/healthcheck/test") : own;
        assertThat(test.get(0).asText()).isEqualTo("CMD");
        assertThat(test.get(1).asText()).isEqualTo("bash");
        List<String> command = List.of("bash", "-c", test.get(3).asText().replace("$$", "$"));
        String variable = service.equals("gateway") ? "MANAGEMENT_PORT" : "PORT";
        assertThat(command.getLast()).contains("$" + variable);

        int port =
                platform.port(
                        service.equals("gateway")
                                ? "GATEWAY_MANAGEMENT_PORT"
                                : service.toUpperCase(Locale.ROOT) + "_PORT");
        int unused = PlatformUnderTest.freePorts(1).getFirst();
        CommandOutcome ready = platform.run(command, Map.of(variable, Integer.toString(port)));
        assertThat(ready.exitCode()).as(ready.err()).isZero();
        CommandOutcome absent = platform.run(command, Map.of(variable, Integer.toString(unused)));
        assertThat(absent.exitCode()).isNotZero();
    }

    /** As from a clone that holds only the script and the files that the test put there. */
    private CommandOutcome init() throws IOException {
        Path script = folder.resolve("socialhubctl");
        if (!Files.exists(script)) {
            Files.copy(platform.root().resolve("socialhubctl"), script);
        }
        return platform.run(
                List.of(script.toString(), "compose", "init", "-o", "json"),
                Map.of(
                        "SOCIALHUB_BUILD",
                        "never",
                        "SOCIALHUB_DIST",
                        platform.root().resolve("target/dist").toString()));
    }

    private CommandOutcome understand(Path docker, Path file) {
        return platform.run(
                List.of(docker.toString(), "-f", file.toString(), "config", "-q"), Map.of());
    }

    private JsonNode compose() {
        try {
            return new YAMLMapper()
                    .readTree(platform.root().resolve("docker-compose.yml").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
