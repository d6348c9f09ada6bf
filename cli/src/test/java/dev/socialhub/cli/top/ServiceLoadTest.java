package dev.socialhub.cli.top;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socialhub.cli.metrics.Exposition;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ServiceLoadTest {
    private static final long SECOND = 1_000_000_000L;

    @Test
    void ratesAreThoseBetweenTwoReadings() {
        ServiceLoad load = between(service(100, 2, 10, 5e9), service(120, 3, 11, 6e9));
        assertThat(load.requestsPerSecond()).isEqualTo(10.5);
        assertThat(load.errorsPerSecond()).isEqualTo(0.5);
        assertThat(load.meanMillis()).isEqualTo(47.6);
        assertThat(load.cpuPercent()).isEqualTo(50.0);
        assertThat(load.heapBytes()).isEqualTo(30);
    }

    @Test
    void whoeverAsksForHealthAndMetricsIsNoCaller() {
        String asked =
                "http_server_requests_seconds_count{status=\"200\",uri=\"/health/readiness\"} 900\n"
                        + "http_server_requests_seconds_count{status=\"200\",uri=\"/prometheus\"} 9\n";
        ProcessReading reading =
                ProcessReading.of(Exposition.parse(asked + service(5, 0, 1, 0)), SECOND);
        assertThat(reading.requests()).isEqualTo(5);
    }

    @Test
    void withoutRequestsThereIsNoMean() {
        ServiceLoad load = between(service(7, 0, 1, 0), service(7, 0, 1, 0));
        assertThat(load.requestsPerSecond()).isZero();
        assertThat(load.meanMillis()).isNull();
        assertThat(load.p95Millis()).isNull();
    }

    @Test
    void aRestartedProcessCountsFromZero() {
        ServiceLoad load = between(service(1000, 50, 10, 9e9), service(4, 0, 1, 1e9));
        assertThat(load.requestsPerSecond()).isEqualTo(2.0);
        assertThat(load.errorsPerSecond()).isZero();
        assertThat(load.cpuPercent()).isEqualTo(50.0);
    }

    @Test
    void quantilesComeFromTheRequestsOfTheInterval() {
        String before =
                """
                gateway_requests_seconds_bucket{status="2xx",le="0.01"} 1000
                gateway_requests_seconds_bucket{status="2xx",le="0.1"} 1000
                gateway_requests_seconds_bucket{status="2xx",le="+Inf"} 1000
                gateway_requests_seconds_count{status="2xx"} 1000
                """;
        String now =
                """
                gateway_requests_seconds_bucket{status="2xx",le="0.01"} 1000
                gateway_requests_seconds_bucket{status="2xx",le="0.1"} 1100
                gateway_requests_seconds_bucket{status="2xx",le="+Inf"} 1100
                gateway_requests_seconds_count{status="2xx"} 1100
                """;
        ServiceLoad load = between(before, now);
        assertThat(load.p50Millis()).isEqualTo(55.0);
        assertThat(load.p95Millis()).isEqualTo(95.5);
    }

    @Test
    void quantilesExcludeScrapes() {
        String now =
                """
                http_server_requests_seconds_bucket{status="200",uri="/api/v1/posts",le="0.01"} 0
                http_server_requests_seconds_bucket{status="200",uri="/api/v1/posts",le="0.1"} 100
                http_server_requests_seconds_bucket{status="200",uri="/api/v1/posts",le="+Inf"} 100
                http_server_requests_seconds_count{status="200",uri="/api/v1/posts"} 100
                http_server_requests_seconds_bucket{status="200",uri="/prometheus",le="0.01"} 900
                http_server_requests_seconds_bucket{status="200",uri="/prometheus",le="0.1"} 900
                http_server_requests_seconds_bucket{status="200",uri="/prometheus",le="+Inf"} 900
                """;
        assertThat(between("", now).p50Millis()).isEqualTo(55.0);
    }

    @Test
    void aSampleHasTheTimeInSeconds() {
        LoadSample sample =
                LoadSample.of(Instant.parse("2026-01-02T03:04:05.678901234Z"), List.of());
        assertThat(sample.at()).isEqualTo("2026-01-02T03:04:05Z");
    }

    @Test
    void unsentEventsAreKnownOnlyOfThoseThatSend() {
        assertThat(between("", "outbox_pending{topic=\"POST\"} 3\n").outboxPending()).isEqualTo(3);
        assertThat(between("", "").outboxPending()).isNull();
    }

    private static ServiceLoad between(String before, String now) {
        return ServiceLoad.between(
                "posts",
                ProcessReading.of(Exposition.parse(before), SECOND),
                ProcessReading.of(Exposition.parse(now), 3 * SECOND),
                null,
                null);
    }

    private static String service(int good, int bad, int seconds, double cpuNanos) {
        return """
        # HELP http_server_requests_seconds
        http_server_requests_seconds_count{status="200",uri="/api/v1/posts/{id}"} %d
        http_server_requests_seconds_count{status="500",uri="/api/v1/posts"} %d
        http_server_requests_seconds_sum{status="200",uri="/api/v1/posts"} %d
        jvm_memory_used_bytes{area="heap",id="Eden Space"} 10.0
        jvm_memory_used_bytes{area="heap",id="Tenured Gen"} 20.0
        jvm_memory_used_bytes{area="nonheap",id="Metaspace"} 40.0
        process_cpu_time_ns_total %s
        """
                .formatted(good, bad, seconds, cpuNanos);
    }
}
