package dev.socialhub.cli.load.sampling;

import dev.socialhub.cli.metrics.Exposition;
import dev.socialhub.cli.metrics.Exposition.Sample;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * The metrics of a process that are worth recording under load. A metric that it doesn't report is
 * empty.
 *
 * @param cpuSeconds since its start
 * @param started when, in seconds since 1970
 * @param gcSeconds of pauses since its start
 * @param values those of the moment, by figure
 * @param lags events that a group hasn't handled yet, by group, in this instance's partitions
 */
record Figures(
        OptionalDouble cpuSeconds,
        OptionalDouble started,
        OptionalDouble gcSeconds,
        Map<Figure, Double> values,
        Map<String, Double> lags) {
    private static final double NANOS = 1e9;

    static Figures of(Exposition metrics) {
        Map<Figure, Double> values = new TreeMap<>();
        put(values, Figure.HEAP, metrics, "jvm_memory_used_bytes", "heap");
        put(values, Figure.POOL_ACTIVE, metrics, "hikaricp_connections_active", "");
        put(values, Figure.POOL_PENDING, metrics, "hikaricp_connections_pending", "");
        put(values, Figure.HASHING, metrics, "password_hashing_active", "");
        put(values, Figure.HASHING_QUEUED, metrics, "password_hashing_queued", "");
        put(values, Figure.OUTBOX, metrics, "outbox_pending", "");
        Map<String, Double> lags = new TreeMap<>();
        metrics.of("inbox_lag_events")
                .forEach(sample -> lags.merge(sample.label("group"), sample.value(), Double::sum));
        OptionalDouble nanos = sum(metrics, "process_cpu_time_ns_total", "");
        return new Figures(
                nanos.isPresent()
                        ? OptionalDouble.of(nanos.getAsDouble() / NANOS)
                        : OptionalDouble.empty(),
                sum(metrics, "process_start_time_seconds", ""),
                sum(metrics, "jvm_gc_pause_seconds_sum", ""),
                values,
                lags);
    }

    private static void put(
            Map<Figure, Double> values,
            Figure figure,
            Exposition metrics,
            String name,
            String area) {
        sum(metrics, name, area).ifPresent(value -> values.put(figure, value));
    }

    private static OptionalDouble sum(Exposition metrics, String name, String area) {
        if (!metrics.has(name)) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(metrics.sum(name, sample -> isOf(sample, area)));
    }

    private static boolean isOf(Sample sample, String area) {
        return area.isEmpty() || sample.label("area").equals(area);
    }
}
