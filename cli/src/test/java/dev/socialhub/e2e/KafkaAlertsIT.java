package dev.socialhub.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socialhub.cli.CommandOutcome;
import dev.socialhub.cli.prometheus.LocalPrometheus;
import dev.socialhub.cli.prometheus.Prometheus;
import dev.socialhub.cli.prometheus.ScrapeConfig;
import dev.socialhub.cli.prometheus.ScrapeConfig.Scraped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kafka is stopped, and a real Prometheus raises alerts by the real rules, with one difference: a
 * condition needn't hold for minutes before an alert fires.
 */
@Tag("campaign")
class KafkaAlertsIT {
    private static final String[] OF_KAFKA = {"KafkaDown", "OutboxAge", "ProjectionStale"};

    /** The rules' own 30 s, plus a margin for a busy machine. */
    private static final Duration FIRES = Duration.ofSeconds(80);

    private static final Duration ENDS = Duration.ofSeconds(60);

    private final PlatformUnderTest platform = PlatformUnderTest.shared();

    @TempDir Path folder;

    @Test
    void whatWaitsForKafkaIsToldWhileItIsAwayAndNoLonger() throws IOException {
        Path program = Tool.needed("prometheus");
        Path rules = platform.root().resolve("observability/prometheus/rules");
        ScrapeConfig config =
                new ScrapeConfig(
                        processes(),
                        List.of(
                                impatient(rules.resolve("bus.yml")),
                                impatient(rules.resolve("stores.yml"))));
        try (LocalPrometheus local =
                LocalPrometheus.start(program, folder.resolve("prometheus"), config)) {
            local.awaitScrapes();
            Prometheus prometheus = local.server();
            assertThat(prometheus.firing()).doesNotContain(OF_KAFKA);

            CommandOutcome stopped = platform.ctl("stop", "kafka");
            assertThat(stopped.exitCode()).as(stopped.err()).isZero();
            platform.gateway().signUp();
            await().atMost(FIRES)
                    .untilAsserted(() -> assertThat(prometheus.firing()).contains(OF_KAFKA));

            platform.up();
            await().atMost(ENDS)
                    .untilAsserted(() -> assertThat(prometheus.firing()).doesNotContain(OF_KAFKA));
        } finally {
            platform.up();
        }
    }

    private Path impatient(Path rules) throws IOException {
        String text = Files.readString(rules);
        assertThat(text).containsPattern("for: \\d+m");
        return Files.writeString(
                folder.resolve(rules.getFileName()), text.replaceAll("for: \\d+m", "for: 0s"));
    }

    private List<Scraped> processes() {
        List<Scraped> processes = new ArrayList<>();
        processes.add(
                new Scraped(
                        "gateway", "gateway", "gateway", platform.port("GATEWAY_MANAGEMENT_PORT")));
        ServiceNames.behindGateway()
                .forEach(name ->
                        processes.add(
                                new Scraped(
                                        "services",
                                        name,
                                        name,
                                        platform.port(name.toUpperCase(Locale.ROOT) + "_PORT"))));
        return processes;
    }
}
