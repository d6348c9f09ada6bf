package dev.socialhub.cli.top;

import dev.socialhub.cli.metrics.Exposition;
import dev.socialhub.cli.metrics.Exposition.Sample;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The metrics of a process at one moment. Counts are since its start.
 *
 * @param nanos when, by a monotonic clock
 * @param requests answered, without those for health and metrics
 * @param errors those answered with 5xx
 * @param seconds that they took together
 * @param longest seconds of the slowest recent request, if it reports that
 * @param buckets how many took no longer than so many seconds; empty if it doesn't report them
 * @param outbox events that wait to be sent, if it sends any
 */
record ProcessReading(
        long nanos,
        double requests,
        double errors,
        double seconds,
        @Nullable Double longest,
        Map<Double, Double> buckets,
        @Nullable Long outbox,
        long heapBytes,
        double cpuSeconds) {
    private static final List<String> SERVERS =
            List.of("gateway_requests_seconds", "http_server_requests_seconds");
    private static final double NANOS = 1e9;

    static ProcessReading of(Exposition metrics, long nanos) {
        // A service's requests are counted by its server, the gateway's by the gateway itself.
        String timer =
                SERVERS.stream()
                        .filter(name -> metrics.has(name + "_count"))
                        .findFirst()
                        .orElse("");
        Predicate<Sample> ofCallers = ProcessReading::isOfCallers;
        return new ProcessReading(
                nanos,
                metrics.sum(timer + "_count", ofCallers),
                metrics.sum(timer + "_count", ofCallers.and(ProcessReading::isError)),
                metrics.sum(timer + "_sum", ofCallers),
                longest(metrics, timer).orElse(null),
                buckets(metrics, timer),
                metrics.has("outbox_pending")
                        ? (long) metrics.sum("outbox_pending", _ -> true)
                        : null,
                (long)
                        metrics.sum(
                                "jvm_memory_used_bytes", one -> one.label("area").equals("heap")),
                metrics.sum("process_cpu_time_ns_total", _ -> true) / NANOS);
    }

    /** Requests for health and metrics come from monitoring, and don't count. */
    private static boolean isOfCallers(Sample sample) {
        String uri = sample.label("uri");
        return !uri.startsWith("/health") && !uri.startsWith("/prometheus");
    }

    private static boolean isError(Sample sample) {
        return sample.label("status").startsWith("5");
    }

    private static Optional<Double> longest(Exposition metrics, String timer) {
        return metrics.of(timer + "_max")
                .filter(ProcessReading::isOfCallers)
                .map(Sample::value)
                .max(Double::compare);
    }

    private static Map<Double, Double> buckets(Exposition metrics, String timer) {
        Map<Double, Double> buckets = new TreeMap<>();
        metrics.of(timer + "_bucket")
                .filter(ProcessReading::isOfCallers)
                .forEach(bucket ->
                        buckets.merge(bound(bucket.label("le")), bucket.value(), Double::sum));
        return buckets;
    }

    private static double bound(String text) {
        return text.equals("+Inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(text);
    }
}
