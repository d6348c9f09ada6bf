package dev.socialhub.cli.load.sampling;

import dev.socialhub.cli.load.sampling.Curve.Point;
import dev.socialhub.cli.metrics.WatchedProcess;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** Makes curves from readings. */
final class Curves {
    private static final double NANOS = 1e9;

    /** If two readings are closer together, their difference is too coarse. */
    private static final double MIN_INTERVAL_SECONDS = 0.4;

    private final long zero;
    private final List<String> order;
    private final Map<Figure, Map<String, List<Point>>> points = new TreeMap<>();

    private Curves(long zero, List<String> order) {
        this.zero = zero;
        this.order = order;
    }

    /**
     * @param zero the nanoseconds from which seconds are counted
     */
    static List<Curve> of(List<ProcessSample> readings, long zero, List<WatchedProcess> watched) {
        Curves curves = new Curves(zero, watched.stream().map(WatchedProcess::name).toList());
        curves.rates(
                readings, Figure.CPU, (reading, values) -> values.putAll(reading.cpuSeconds()));
        curves.rates(readings, Figure.GC, Curves::pauses);
        readings.forEach(curves::moment);
        return curves.list();
    }

    private static void pauses(ProcessSample reading, Map<String, Double> values) {
        reading.reported()
                .forEach((name, figures) -> {
                    OptionalDouble seconds = figures.gcSeconds();
                    if (seconds.isPresent()) {
                        values.put(name, seconds.getAsDouble());
                    }
                });
    }

    /** A counter since the start of a process becomes a rate. */
    private void rates(
            List<ProcessSample> readings,
            Figure figure,
            BiConsumer<ProcessSample, Map<String, Double>> sums) {
        Map<String, ProcessSample> last = new TreeMap<>();
        Map<String, Double> lastSum = new TreeMap<>();
        for (ProcessSample reading : readings) {
            Map<String, Double> now = new TreeMap<>();
            sums.accept(reading, now);
            now.forEach((name, sum) -> {
                ProcessSample before = last.get(name);
                if (before != null && reading.since(before) < MIN_INTERVAL_SECONDS) {
                    return;
                }
                double earlier = lastSum.getOrDefault(name, 0.0);
                if (before != null && sum >= earlier) {
                    add(figure, name, reading, (sum - earlier) / reading.since(before));
                }
                last.put(name, reading);
                lastSum.put(name, sum);
            });
        }
    }

    private void moment(ProcessSample reading) {
        reading.memory().forEach((name, bytes) -> add(Figure.MEMORY, name, reading, bytes));
        Map<String, Double> lags = new TreeMap<>();
        reading.reported()
                .forEach((name, figures) -> {
                    figures.values().forEach((figure, value) -> add(figure, name, reading, value));
                    figures.lags()
                            .forEach((group, events) -> lags.merge(group, events, Double::sum));
                });
        lags.forEach((group, events) -> add(Figure.LAG, group, reading, events));
    }

    private void add(Figure figure, String of, ProcessSample reading, double value) {
        double second = Math.round((reading.nanos() - zero) / NANOS * 100) / 100.0;
        points.computeIfAbsent(figure, _ -> new TreeMap<>())
                .computeIfAbsent(of, _ -> new ArrayList<>())
                .add(new Point(second, Math.round(value * 10_000) / 10_000.0));
    }

    private List<Curve> list() {
        List<Curve> curves = new ArrayList<>();
        points.forEach((figure, byName) -> {
            List<String> names = new ArrayList<>(order);
            byName.keySet().stream().filter(name -> !names.contains(name)).forEach(names::add);
            for (String name : names) {
                List<Point> some = byName.get(name);
                if (some != null) {
                    curves.add(new Curve(figure.label(), name, figure.unit(), some));
                }
            }
        });
        return curves;
    }
}
