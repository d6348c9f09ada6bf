package dev.socialhub.loadtest.probe;

import dev.socialhub.loadtest.run.Arrivals;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** When a probe does its work: at the moments at which users would request it, or all the time. */
public final class ProbePace {

    private static final long SEED = 7;

    private final @Nullable Arrivals arrivals;
    private final long start = System.nanoTime();
    private final long end;

    private ProbePace(@Nullable Arrivals arrivals, int seconds) {
        this.arrivals = arrivals;
        this.end = start + TimeUnit.SECONDS.toNanos(seconds);
    }

    /**
     * From now on.
     *
     * @param rate operations a second; null for as many as there can be
     */
    public static ProbePace of(@Nullable Double rate, int seconds) {
        return new ProbePace(rate == null ? null : new Arrivals(rate, seconds, SEED), seconds);
    }

    /** Returns when the next operation is due, to any thread; false if there are no more. */
    public boolean next() {
        if (arrivals == null) {
            return System.nanoTime() < end;
        }
        OptionalLong due = arrivals.next();
        // What couldn't be done in time isn't made up for, or a slow machine would never end.
        if (due.isEmpty() || System.nanoTime() >= end) {
            return false;
        }
        long at = start + due.getAsLong();
        for (long left = at - System.nanoTime(); left > 0; left = at - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
        return true;
    }

    /** Seconds since it began. */
    public double seconds() {
        return (System.nanoTime() - start) / 1e9;
    }
}
