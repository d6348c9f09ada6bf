package dev.socialhub.loadtest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the packaged program's probes, as far as they need no platform; never how fast they are. */
class CalibrateIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir Path folder;

    @Test
    void measuresProbesThatNeedNoPlatformAndReportsWhyOthersAreSkipped() throws Exception {
        assertThat(run("hash", "request", "follow-sql")).isZero();

        JsonNode probes = JSON.readTree(folder.resolve("outcome.json").toFile()).path("probes");
        assertThat(probes.findValuesAsText("probe"))
                .containsExactly("hash", "request", "follow-sql");
        assertThat(probes.at("/0/cpu_micros").asDouble()).isPositive();
        assertThat(probes.at("/1/operations").asInt()).isPositive();
        assertThat(probes.at("/1/cpu_micros").asDouble()).isPositive();
        assertThat(probes.at("/1/skipped").isNull()).isTrue();
        assertThat(probes.at("/2/cpu_micros").isNull()).isTrue();
        assertThat(probes.at("/2/skipped").asText())
                .isEqualTo("the database of users is unknown: no platform runs on this machine");
    }

    @Test
    void refusesAnUnknownProbe() throws Exception {
        assertThat(run("guess")).isEqualTo(2);
        assertThat(Files.readString(folder.resolve("errors.txt")))
                .startsWith("The plan is invalid: there is no such probe; choose from hash")
                .hasLineCount(1);
    }

    private int run(String... probes) throws IOException, InterruptedException {
        Path plan = folder.resolve("plan.json");
        JSON.writeValue(
                plan.toFile(),
                Map.of(
                        "version", 1,
                        "run", "it",
                        "probes", List.of(probes),
                        "rate", 20,
                        "warm_up_seconds", 0,
                        "seconds", 1,
                        "folder", folder.resolve("probes").toString()));
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Path program = Path.of(System.getProperty("socialhub.dist"), "loadtest.jar");
        Process process =
                new ProcessBuilder(
                                java.toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-jar",
                                program.toString(),
                                "calibrate",
                                plan.toString(),
                                folder.resolve("outcome.json").toString())
                        .redirectOutput(folder.resolve("output.txt").toFile())
                        .redirectError(folder.resolve("errors.txt").toFile())
                        .start();
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("it ends by itself").isTrue();
        } finally {
            process.destroyForcibly();
        }
        return process.exitValue();
    }
}
