package dev.socialhub.loadtest.measure;

import dev.socialhub.loadtest.format.Outcome.Failure;
import dev.socialhub.loadtest.format.Outcome.Millis;
import dev.socialhub.loadtest.format.Outcome.Operation;
import dev.socialhub.loadtest.format.Outcome.Second;
import dev.socialhub.loadtest.run.OperationCounts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * How often one operation was done, and how long it took. An end counts in the second in which it
 * happens, so a second's row is never touched again once a later one has begun.
 */
public final class OperationTimes {

    /** Three digits: an error of a thousandth. */
    private static final int DIGITS = 3;

    private static final double MICROS = 1_000.0;

    private final String operation;
    private final Histogram all = new Histogram(DIGITS);
    private final Histogram current = new Histogram(DIGITS);
    private final Map<String, Long> failures = new TreeMap<>();
    private final List<Second> series = new ArrayList<>();
    private OperationCounts sum = new OperationCounts(0, 0, 0);
    private OperationCounts inThisSecond = new OperationCounts(0, 0, 0);

    OperationTimes(String operation) {
        this.operation = operation;
    }

    /**
     * It begins.
     *
     * @param second since the phase began; what comes late counts in the newest one
     */
    public synchronized void started(int second) {
        add(second, new OperationCounts(1, 0, 0));
    }

    /** An operation succeeded after this many microseconds. */
    public synchronized void succeeded(int second, long micros) {
        add(second, new OperationCounts(0, 1, 0));
        all.recordValue(Math.max(0, micros));
        current.recordValue(Math.max(0, micros));
    }

    /** It has failed, for one of a few reasons. */
    public synchronized void failed(int second, String reason) {
        add(second, new OperationCounts(0, 0, 1));
        failures.merge(reason, 1L, Long::sum);
    }

    synchronized OperationCounts counts() {
        return sum;
    }

    private void add(int second, OperationCounts counts) {
        while (series.size() < second) {
            closeSecond();
        }
        sum = sum.plus(counts);
        inThisSecond = inThisSecond.plus(counts);
    }

    private void closeSecond() {
        series.add(
                new Second(
                        series.size(),
                        inThisSecond.started(),
                        inThisSecond.succeeded(),
                        inThisSecond.failed(),
                        percentile(current, 50),
                        percentile(current, 95),
                        percentile(current, 99)));
        inThisSecond = new OperationCounts(0, 0, 0);
        current.reset();
    }

    /** The result; nothing may be added afterwards. */
    synchronized Operation close(long offered) {
        closeSecond();
        return new Operation(
                operation,
                offered,
                sum.started(),
                sum.succeeded(),
                sum.failed(),
                failures.entrySet().stream()
                        .map(one -> new Failure(one.getKey(), one.getValue()))
                        .toList(),
                millis().orElse(null),
                List.copyOf(series));
    }

    /** How long it took so far; empty when it never succeeded. */
    public synchronized Optional<Millis> millis() {
        return all.getTotalCount() == 0
                ? Optional.empty()
                : Optional.of(
                        new Millis(
                                Rounding.toThousandths(all.getMean() / MICROS),
                                inMillis(all.getValueAtPercentile(50)),
                                inMillis(all.getValueAtPercentile(95)),
                                inMillis(all.getValueAtPercentile(99)),
                                inMillis(all.getMaxValue())));
    }

    private static @Nullable Double percentile(Histogram histogram, double percentile) {
        return histogram.getTotalCount() == 0
                ? null
                : inMillis(histogram.getValueAtPercentile(percentile));
    }

    private static double inMillis(long micros) {
        return Rounding.toThousandths(micros / MICROS);
    }
}
