package dev.socialhub.shared.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socialhub.shared.testing.TryServer;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.distribution.CountAtBucket;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What becomes of requests in a service's meters. */
class RequestSeriesTest {

    private static final List<String> METHODS = List.of("GET", "PUT", "DELETE", "BREW");
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static EmbeddedServer server;

    @BeforeAll
    static void start() {
        server = TryServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void randomPathsCreateNoNewSeries() throws Exception {
        Random random = new Random(7);
        for (String method : METHODS) {
            ask(method, "/" + random.nextLong());
            ask(method, "/try/" + random.nextLong());
        }
        Set<Meter.Id> before = series();
        assertThat(before).isNotEmpty();

        for (int i = 0; i < 250; i++) {
            for (String method : METHODS) {
                ask(method, (i % 2 == 0 ? "/" : "/try/") + random.nextLong() + "?a=" + i);
            }
        }
        assertThat(series()).isEqualTo(before);
    }

    @Test
    void requestsAreSortedIntoTheBucketsOfAllServices() throws Exception {
        ask("GET", "/try/bug");
        Timer timer =
                server.getApplicationContext()
                        .getBean(MeterRegistry.class)
                        .get("http.server.requests")
                        .tag("uri", "/try/bug")
                        .timer();
        assertThat(timer.count()).isPositive();
        assertThat(
                        Arrays.stream(timer.takeSnapshot().histogramCounts())
                                .map(bucket -> bucket.bucket(TimeUnit.MICROSECONDS)))
                .containsExactly(
                        1_000.0,
                        2_500.0,
                        5_000.0,
                        10_000.0,
                        25_000.0,
                        50_000.0,
                        100_000.0,
                        250_000.0,
                        500_000.0,
                        1_000_000.0,
                        2_500_000.0,
                        5_000_000.0);
        assertThat(timer.takeSnapshot().histogramCounts())
                .extracting(CountAtBucket::count)
                .last()
                .isEqualTo((double) timer.count());
    }

    private static void ask(String method, String path) throws IOException, InterruptedException {
        HTTP.send(
                HttpRequest.newBuilder(URI.create(server.getURL() + path))
                        .method(method, HttpRequest.BodyPublishers.noBody())
                        .build(),
                HttpResponse.BodyHandlers.discarding());
    }

    private static Set<Meter.Id> series() {
        return server.getApplicationContext().getBean(MeterRegistry.class).getMeters().stream()
                .map(Meter::getId)
                .filter(id -> id.getName().equals("http.server.requests"))
                .collect(Collectors.toSet());
    }
}
