package dev.socialhub.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.socialhub.cli.CommandOutcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Start-up caches: made in the background, used, and ignored when they are damaged. */
@Tag("campaign")
class AotCacheIT {
    /** The gateway is started with its default options, since a cache is made for them. */
    private static final Map<String, String> WITH_CACHES =
            Map.of("SOCIALHUB_AOT", "", "JAVA_OPTS_GATEWAY", "");

    private static final Duration MAKING = Duration.ofMinutes(8);

    private final PlatformUnderTest platform = PlatformUnderTest.shared();
    private final ObjectMapper json = new ObjectMapper();
    private final Path caches = platform.home().resolve("aot");
    private final Path cache = caches.resolve("gateway.aot");

    /** The other tests don't use caches. */
    @AfterEach
    void withoutCaches() {
        platform.ctl("restart", "gateway");
    }

    @Test
    void aServiceStartsFromItsCacheAndWithoutItWhenItIsDamaged() throws IOException {
        // The start finds no cache, and has one made.
        restart();
        assertThat(usesCache()).isFalse();
        awaitCache();
        assertThat(caches.resolve("stage")).doesNotExist();

        restart();
        assertThat(usesCache()).isTrue();
        assertThat(gatewayAnswers()).isTrue();

        Files.writeString(cache, "not what a JVM has written");
        CommandOutcome doctor = platform.ctl(WITH_CACHES, "doctor", "-o", "json");
        assertThat(doctor.exitCode()).as(doctor.out()).isEqualTo(3);
        JsonNode check = check(doctor.out());
        assertThat(check.get("found").asText()).isEqualTo("damaged for gateway");
        assertThat(check.get("fix").asText()).contains("socialhubctl up");

        restart();
        assertThat(usesCache()).isFalse();
        assertThat(gatewayAnswers()).isTrue();
        awaitCache();
        JsonNode mended = check(platform.ctl(WITH_CACHES, "doctor", "-o", "json").out());
        assertThat(mended.get("status").asText()).as(mended.toString()).isNotEqualTo("fail");
    }

    private void restart() {
        CommandOutcome outcome = platform.ctl(WITH_CACHES, "restart", "gateway");
        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
    }

    /** Waits until the cache is made, and its maker has ended. */
    private void awaitCache() {
        await().atMost(MAKING)
                .pollInterval(Duration.ofMillis(500))
                .untilAsserted(() -> {
                    assertThat(caches.resolve("gateway.seal")).exists();
                    assertThat(Files.size(cache)).isGreaterThan(1_000_000);
                    assertThat(makerIsAlive()).isFalse();
                });
    }

    private boolean makerIsAlive() throws IOException {
        return Files.readAllLines(caches.resolve("aot.pid")).stream()
                .filter(line -> line.startsWith("pid="))
                .map(line -> Long.parseLong(line.substring("pid=".length())))
                .anyMatch(pid -> ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent());
    }

    /** Whether the gateway's JVM has mapped the file into memory. */
    private boolean usesCache() {
        Path maps = Path.of("/proc/" + platform.process("gateway").pid() + "/maps");
        try (var lines = Files.lines(maps)) {
            return lines.anyMatch(line -> line.endsWith(cache.toString()));
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private boolean gatewayAnswers() {
        return platform.gateway().get("/health").status() == 200;
    }

    private JsonNode check(String report) throws IOException {
        for (JsonNode check : json.readTree(report).get("checks")) {
            if (check.get("name").asText().equals("start-up-caches")) {
                return check;
            }
        }
        throw new AssertionError("the doctor has no check of start-up caches: " + report);
    }
}
