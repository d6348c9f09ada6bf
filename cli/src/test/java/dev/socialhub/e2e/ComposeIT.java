package dev.socialhub.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What of the platform in containers can be tried without an engine for containers. */
class ComposeIT {

    private final PlatformUnderTest platform = PlatformUnderTest.shared();
    private final JsonNode compose = compose();

    @TempDir Path folder;

    @Test
    void initMakesAllThatTheComposeFileAsksForAndKeepsIt() throws Exception {
        Files.copy(root().resolve("docker-compose.yml"), folder.resolve("docker-compose.yml"));
        Outcome first = init();
        assertThat(first.exitCode()).as(first.text()).isZero();
        JsonNode report = new ObjectMapper().readTree(first.text());
        assertThat(report.get("made")).isNotEmpty();
        assertThat(report.get("kept")).isEmpty();
        String made = Files.readString(folder.resolve(".env"));
        assertThat(first.text()).doesNotContain(made.lines().toList().getLast().split("=", 2)[1]);

        Outcome second = init();
        assertThat(new ObjectMapper().readTree(second.text()).get("made")).isEmpty();
        assertThat(Files.readString(folder.resolve(".env"))).isEqualTo(made);
    }

    @Test
    void initSaysWhatItNeeds() throws Exception {
        Outcome outcome = init();
        assertThat(outcome.exitCode()).isEqualTo(4);
        assertThat(outcome.text()).contains("docker-compose.yml isn't there");
        assertThat(folder.resolve(".env")).doesNotExist();
    }

    /** By the compose that Debian has, which is too old to know what `name` means. */
    @Test
    void theFileIsUnderstoodByCompose() throws Exception {
        Path docker = Tool.needed("docker-compose");
        Path file = folder.resolve("docker-compose.yml");
        String text = Files.readString(root().resolve("docker-compose.yml"));
        Files.writeString(file, text.replaceFirst("(?m)^name: socialhub$", ""));

        Outcome without = run(Map.of(), docker.toString(), "-f", file.toString(), "config", "-q");
        assertThat(without.exitCode()).isNotZero();
        assertThat(without.text()).contains("compose init");

        init();
        Outcome with = run(Map.of(), docker.toString(), "-f", file.toString(), "config", "-q");
        assertThat(with.exitCode()).as(with.text()).isZero();
    }

    /** The very command that the engine would run in the service's container. */
    @ParameterizedTest
    @ValueSource(strings = {"auth", "users", "posts", "notifications", "gateway"})
    void healthChecksTellTheReadyFromTheAbsent(String service) throws Exception {
        JsonNode own = compose.at("/services/" + service + "/healthcheck/test");
        JsonNode test = own.isMissingNode() ? compose.at("/x-service/healthcheck/test") : own;
        assertThat(test.get(0).asText()).isEqualTo("CMD");
        assertThat(test.get(1).asText()).isEqualTo("bash");
        String[] command = {"bash", "-c", test.get(3).asText().replace("$$", "$")};
        String variable = service.equals("gateway") ? "MANAGEMENT_PORT" : "PORT";
        assertThat(command[2]).contains("$" + variable);

        int port =
                platform.port(
                        service.equals("gateway")
                                ? "GATEWAY_MANAGEMENT_PORT"
                                : service.toUpperCase(Locale.ROOT) + "_PORT");
        Outcome ready = run(Map.of(variable, Integer.toString(port)), command);
        assertThat(ready.exitCode()).as(ready.text()).isZero();
        Outcome absent = run(Map.of(variable, Integer.toString(unused())), command);
        assertThat(absent.exitCode()).isNotZero();
    }

    private record Outcome(int exitCode, String text) {}

    /** As from a clone that holds nothing but the script and what the test put there. */
    private Outcome init() throws Exception {
        Path script = folder.resolve("socialhubctl");
        if (!Files.exists(script)) {
            Files.copy(root().resolve("socialhubctl"), script);
        }
        return run(
                Map.of(
                        "SOCIALHUB_BUILD",
                        "never",
                        "SOCIALHUB_DIST",
                        root().resolve("target/dist").toString()),
                script.toString(),
                "compose",
                "init",
                "-o",
                "json");
    }

    /** Standard output if it ends well, otherwise both. */
    private Outcome run(Map<String, String> environment, String... command) throws Exception {
        Path out = Files.createTempFile(folder, "out", "");
        Path err = Files.createTempFile(folder, "err", "");
        ProcessBuilder builder =
                new ProcessBuilder(List.of(command))
                        .directory(folder.toFile())
                        .redirectOutput(out.toFile())
                        .redirectError(err.toFile());
        builder.environment().putAll(environment);
        int exitCode = builder.start().waitFor();
        String text = Files.readString(out);
        return new Outcome(exitCode, exitCode == 0 ? text : text + Files.readString(err));
    }

    private static int unused() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static Path root() {
        return Path.of("..").toAbsolutePath().normalize();
    }

    private static JsonNode compose() {
        try {
            return new YAMLMapper().readTree(root().resolve("docker-compose.yml").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
