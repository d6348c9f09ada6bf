package dev.socialhub.cli.terminal;

import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * Reports the progress of a step with a known end: how much of it is done, how fast, and how long
 * it will take. On a terminal with a bar, in a pipe once a second. Safe for use by many threads.
 */
public final class StepProgress {
    private static final int BAR = 12;
    private static final long LINE_INTERVAL = Duration.ofSeconds(1).toNanos();
    private static final long REDRAW_INTERVAL = Duration.ofMillis(100).toNanos();

    private final ProgressDisplay progress;
    private final String step;
    private final long total;
    private final LongSupplier nanos;
    private final long begin;
    private long lastShown;
    private long done;
    private long before;

    /** Begins the step. */
    public StepProgress(ProgressDisplay progress, String step, long total) {
        this(progress, step, total, System::nanoTime);
    }

    StepProgress(ProgressDisplay progress, String step, long total, LongSupplier nanos) {
        this.progress = progress;
        this.step = step;
        this.total = total;
        this.nanos = nanos;
        this.begin = nanos.getAsLong();
        this.lastShown = begin;
        progress.running(step, rows(total));
    }

    /** Adds the part that an earlier run has done: it counts as done, but not for the rate. */
    public synchronized void resume(long amount) {
        before += amount;
        done += amount;
    }

    public synchronized void add(long amount) {
        done += amount;
        long now = nanos.getAsLong();
        if (done < total
                && now - lastShown >= (progress.redraws() ? REDRAW_INTERVAL : LINE_INTERVAL)) {
            lastShown = now;
            progress.running(step, text(now));
        }
    }

    /** Ends the step with success. */
    public synchronized void end() {
        long rate = Math.round(rate(nanos.getAsLong()));
        progress.done(
                step,
                rows(done)
                        + (done == before
                                ? ", already existed"
                                : String.format(Locale.ROOT, ", %,d/s", rate)));
    }

    /** Ends the step with failure. */
    public synchronized void fail() {
        progress.failed(step, "stopped after " + rows(done));
    }

    private String text(long now) {
        double rate = rate(now);
        Duration left = Duration.ofSeconds(Math.round((total - done) / Math.max(1, rate)));
        return (progress.redraws() ? bar() + " " : "")
                + String.format(
                        Locale.ROOT,
                        "%,d of %,d, %,d/s, %s left",
                        done,
                        total,
                        Math.round(rate),
                        Amounts.duration(left));
    }

    private static String rows(long count) {
        return String.format(Locale.ROOT, count == 1 ? "%,d row" : "%,d rows", count);
    }

    private String bar() {
        int full = (int) (BAR * done / Math.max(1, total));
        return "█".repeat(full) + "░".repeat(BAR - full);
    }

    private double rate(long now) {
        return (done - before) / Math.max(1e-3, (now - begin) / 1e9);
    }
}
