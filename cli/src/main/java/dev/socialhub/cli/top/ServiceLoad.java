package dev.socialhub.cli.top;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How busy one process was between two readings. In JSON: fields may be added, none is renamed.
 *
 * @param answers whether it answered
 * @param p50Millis half of the requests took no longer; null where there were none
 * @param maxMillis the time of the slowest recent request
 * @param lag events that its service hasn't handled yet; null where it isn't known
 * @param outboxPending events that wait to be sent; null if it sends none
 * @param memoryBytes what the process holds; null if it runs elsewhere
 */
@JsonPropertyOrder({
    "name",
    "answers",
    "requestsPerSecond",
    "errorsPerSecond",
    "meanMillis",
    "p50Millis",
    "p95Millis",
    "maxMillis",
    "lag",
    "outboxPending",
    "heapBytes",
    "memoryBytes",
    "cpuPercent"
})
record ServiceLoad(
        String name,
        boolean answers,
        @Nullable Double requestsPerSecond,
        @Nullable Double errorsPerSecond,
        @Nullable Double meanMillis,
        @Nullable Double p50Millis,
        @Nullable Double p95Millis,
        @Nullable Double maxMillis,
        @Nullable Long lag,
        @Nullable Long outboxPending,
        @Nullable Long heapBytes,
        @Nullable Long memoryBytes,
        @Nullable Double cpuPercent) {
    private static final double NANOS = 1e9;
    private static final double MILLIS = 1e3;
    private static final double PERCENT = 100;

    /** For a process that doesn't answer. */
    static ServiceLoad silent(String name, @Nullable Long lag, @Nullable Long memory) {
        return new ServiceLoad(
                name, false, null, null, null, null, null, null, lag, null, null, memory, null);
    }

    /**
     * For a process that answered twice; the counters of one that was restarted in between start at
     * zero.
     */
    static ServiceLoad between(
            String name,
            ProcessReading before,
            ProcessReading now,
            @Nullable Long lag,
            @Nullable Long memory) {
        ProcessReading from =
                now.requests() < before.requests() || now.cpuSeconds() < before.cpuSeconds()
                        ? fresh(before)
                        : before;
        double seconds = Math.max(1, now.nanos() - from.nanos()) / NANOS;
        double requests = now.requests() - from.requests();
        Map<Double, Double> buckets = difference(now.buckets(), from.buckets());
        return new ServiceLoad(
                name,
                true,
                rounded(requests / seconds),
                rounded((now.errors() - from.errors()) / seconds),
                requests <= 0
                        ? null
                        : rounded((now.seconds() - from.seconds()) / requests * MILLIS),
                Quantile.of(0.5, buckets).map(it -> rounded(it * MILLIS)).orElse(null),
                Quantile.of(0.95, buckets).map(it -> rounded(it * MILLIS)).orElse(null),
                now.longest() == null ? null : rounded(now.longest() * MILLIS),
                lag,
                now.outbox(),
                now.heapBytes(),
                memory,
                rounded((now.cpuSeconds() - from.cpuSeconds()) / seconds * PERCENT));
    }

    private static ProcessReading fresh(ProcessReading before) {
        return new ProcessReading(before.nanos(), 0, 0, 0, null, Map.of(), null, 0, 0);
    }

    private static Map<Double, Double> difference(
            Map<Double, Double> now, Map<Double, Double> before) {
        Map<Double, Double> difference = new TreeMap<>();
        now.forEach(
                (bound, count) -> difference.put(bound, count - before.getOrDefault(bound, 0.0)));
        return difference;
    }

    /** Rounded to a tenth: further digits would be noise. */
    private static double rounded(double value) {
        return Math.round(value * 10) / 10.0;
    }
}
