package dev.socialhub.loadtest.overload;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;

/** What came of the requests of one phase, by the second in which they were due. */
final class PhaseLog {

    private static final int DIGITS = 2;
    private static final double MICROS = 1_000.0;

    private final Histogram admitted = new Histogram(DIGITS);
    private final Histogram refused = new Histogram(DIGITS);
    private final Map<String, Long> failures = new TreeMap<>();
    private final List<Histogram> admittedBySecond = new ArrayList<>();
    private final long[] others;

    /**
     * @param seconds that the phase lasts
     */
    PhaseLog(int seconds) {
        others = new long[seconds];
        for (int second = 0; second < seconds; second++) {
            admittedBySecond.add(new Histogram(DIGITS));
        }
    }

    /** A request has ended. */
    void ended(int dueSecond, RequestResult result, long micros) {
        int second = Math.clamp(dueSecond, 0, others.length - 1);
        switch (result.kind()) {
            case SUCCEEDED -> {
                admitted.recordValue(micros);
                admittedBySecond.get(second).recordValue(micros);
            }
            case REFUSED -> {
                refused.recordValue(micros);
                others[second]++;
            }
            case FAILED -> {
                failures.merge(result.reason(), 1L, Long::sum);
                others[second]++;
            }
        }
    }

    long succeeded() {
        return admitted.getTotalCount();
    }

    long refused() {
        return refused.getTotalCount();
    }

    long failed() {
        return failures.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Milliseconds; 0 where none succeeded. */
    double admittedP99() {
        return p99(admitted);
    }

    /** Milliseconds; 0 where none was refused. */
    double refusedP99() {
        return p99(refused);
    }

    /** Each second of it. */
    List<Second> seconds() {
        List<Second> seconds = new ArrayList<>();
        for (int second = 0; second < others.length; second++) {
            Histogram times = admittedBySecond.get(second);
            seconds.add(new Second(times.getTotalCount(), others[second], p99(times)));
        }
        return seconds;
    }

    private static double p99(Histogram times) {
        return times.getTotalCount() == 0 ? 0 : times.getValueAtPercentile(99) / MICROS;
    }

    /**
     * What was due in a second.
     *
     * @param others that were refused or failed
     * @param p99 in milliseconds, of those that succeeded
     */
    record Second(long succeeded, long others, double p99) {}
}
