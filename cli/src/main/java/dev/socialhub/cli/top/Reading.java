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
 * What a process said of itself at one moment. Counts are since its start.
 *
 * @param nanos when, by a clock that only goes forward
 * @param requests answered, without those of whoever watches over it
 * @param errors those answered with 5xx
 * @param seconds that they took together
 * @param longest seconds that one took lately, if it tells
 * @param buckets how many took no longer than so many seconds; empty if it doesn't tell
 * @param outbox events that wait to be sent, if it sends any
 */
record Reading(
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

    static Reading of(Exposition told, long nanos) {
        // A service's request is counted by its server, one of the gateway's by the gateway.
        String timer =
                SERVERS.stream().filter(name -> told.has(name + "_count")).findFirst().orElse("");
        Predicate<Sample> ofCallers = Reading::isOfCallers;
        return new Reading(
                nanos,
                told.sum(timer + "_count", ofCallers),
                told.sum(timer + "_count", ofCallers.and(Reading::isError)),
                told.sum(timer + "_sum", ofCallers),
                longest(told, timer).orElse(null),
                buckets(told, timer),
                told.has("outbox_pending") ? (long) told.sum("outbox_pending", _ -> true) : null,
                (long) told.sum("jvm_memory_used_bytes", one -> one.label("area").equals("heap")),
                told.sum("process_cpu_time_ns_total", _ -> true) / NANOS);
    }

    /** Whoever asks for health and metrics isn't a caller. */
    private static boolean isOfCallers(Sample sample) {
        String uri = sample.label("uri");
        return !uri.startsWith("/health") && !uri.startsWith("/prometheus");
    }

    private static boolean isError(Sample sample) {
        return sample.label("status").startsWith("5");
    }

    private static Optional<Double> longest(Exposition told, String timer) {
        return told.of(timer + "_max")
                .filter(Reading::isOfCallers)
                .map(Sample::value)
                .max(Double::compare);
    }

    private static Map<Double, Double> buckets(Exposition told, String timer) {
        Map<Double, Double> buckets = new TreeMap<>();
        told.of(timer + "_bucket")
                .filter(Reading::isOfCallers)
                .forEach(bucket ->
                        buckets.merge(bound(bucket.label("le")), bucket.value(), Double::sum));
        return buckets;
    }

    private static double bound(String text) {
        return text.equals("+Inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(text);
    }
}
