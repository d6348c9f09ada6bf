package dev.socialhub.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.socialhub.cli.CommandOutcome;
import dev.socialhub.cli.installation.FileTree;
import dev.socialhub.cli.schema.Schemas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Load can be offered and is measured; the tests never require a speed. */
class LoadIT {
    private static final PlatformUnderTest PLATFORM = PlatformUnderTest.shared();

    private final JsonMapper json = new JsonMapper();

    @AfterAll
    static void leaveNothing() {
        // Taking the platform down keeps the runs, which would remain after the tests.
        if (Files.exists(load())) {
            FileTree.delete(load());
        }
    }

    @Test
    void aRunIsJudgedAndKept() throws IOException {
        JsonNode run =
                measure(
                        "load",
                        "run",
                        "follow",
                        "--rate",
                        "5",
                        "--people",
                        "20",
                        "--warm-up",
                        "2s",
                        "--duration",
                        "30s",
                        "-o",
                        "json");
        assertThat(run.path("operations").path(0).path("cpuMicros").asDouble()).isPositive();
        assertThat(run.path("operations").path(0).path("budgetRatio").asDouble()).isPositive();
        assertThat(run.path("operations").path(0).path("efficiency").asDouble()).isPositive();
        assertThat(run.path("probes").findValuesAsText("probe"))
                .containsExactly("request", "follow-sql", "kafka-send");
        assertThat(run.path("processes").findValuesAsText("name"))
                .contains("users", "postgres", "redis", "kafka", "mongodb", "generator");
        String id = run.path("id").asText();
        assertThat(load().resolve(id + ".html")).isNotEmptyFile();
        assertThat(load().resolve(id)).doesNotExist();
        CommandOutcome history = PLATFORM.ctl("load", "history", "follow", "-o", "json");
        assertThat(json.readTree(history.out()).findValuesAsText("id")).contains(id);
    }

    @Test
    @Tag("campaign")
    void aSecondProfileWorksToo() throws IOException {
        measure(
                "load",
                "run",
                "read-post",
                "--rate",
                "10",
                "--people",
                "4",
                "--warm-up",
                "2s",
                "--duration",
                "30s",
                "--no-calibrate",
                "-o",
                "json");
    }

    @Test
    void probesMeasureServersAndLeaveNothingThere() throws IOException {
        CommandOutcome outcome =
                PLATFORM.ctl(
                        "load",
                        "calibrate",
                        "--probe",
                        "create-post-sql",
                        "--probe",
                        "kafka-take",
                        "--probe",
                        "redis",
                        "--rate",
                        "50",
                        "--duration",
                        "1s",
                        "-o",
                        "json");
        assertThat(outcome.exitCode()).as("%s%n%s", outcome.out(), outcome.err()).isZero();
        JsonNode document = json.readTree(outcome.out());
        assertThat(Schemas.problems("load calibrate", document)).isEmpty();
        assertThat(document.path("probes"))
                .hasSize(3)
                .allSatisfy(probe -> assertThat(probe.path("cpuMicros").asDouble()).isPositive());
        assertThat(PLATFORM.ctl("topics", "list").out()).doesNotContain("calibrate");
        assertThat(PLATFORM.ctl("db", "check").exitCode()).isZero();
    }

    @Test
    void aRunInterruptedWhileItMeasuresLeavesNoUserBehind() throws IOException {
        interruptAfter("4");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.7", "1.5"})
    @Tag("campaign")
    void aRunInterruptedWhileItStartsLeavesNoUserBehind(String seconds) throws IOException {
        interruptAfter(seconds);
    }

    private static void interruptAfter(String seconds) throws IOException {
        Set<Path> before = folders();
        CommandOutcome interrupted =
                PLATFORM.paste(
                        "timeout --preserve-status --signal=INT "
                                + seconds
                                + " socialhubctl load run follow");
        assertThat(interrupted.exitCode()).as(interrupted.err()).isEqualTo(130);
        assertThat(ProcessHandle.allProcesses())
                .noneMatch(process ->
                        process.info().commandLine().orElse("").contains(load().toString()));
        assertThat(folders()).isEqualTo(before);
    }

    private JsonNode measure(String... arguments) throws IOException {
        CommandOutcome outcome = PLATFORM.ctl(arguments);
        assertThat(outcome.exitCode()).as("%s%n%s", outcome.out(), outcome.err()).isIn(0, 1, 3);
        JsonNode run = json.readTree(outcome.out());
        assertThat(run.isObject()).as(outcome.err()).isTrue();
        assertThat(Schemas.problems("load run", run)).isEmpty();
        // Other tests use the machine as well: they affect whether goals are reached, and whether
        // the generator gets the CPU that it needs.
        if (run.path("verdict").asText().equals("invalid")) {
            assertThat(run.path("reasons"))
                    .isNotEmpty()
                    .allSatisfy(reason -> assertThat(reason.asText()).contains("generator"));
        }
        assertThat(run.path("operations"))
                .isNotEmpty()
                .allSatisfy(operation -> assertThat(operation.path("failed").asLong()).isZero());
        return run;
    }

    /** The files of runs; a failed run may have left some. */
    private static Set<Path> folders() throws IOException {
        if (!Files.exists(load())) {
            return Set.of();
        }
        try (var all = Files.list(load())) {
            return all.filter(Files::isDirectory).collect(Collectors.toSet());
        }
    }

    private static Path load() {
        return PLATFORM.home().resolve("load");
    }
}
