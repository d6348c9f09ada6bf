package dev.socialhub.loadtest.run;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * When the phases of a run begin, and where that is reported. The first operation that asks fixes
 * the time; everything else is laid out from there, so warm-up and measuring meet without a gap.
 */
public final class PhaseSchedule implements AutoCloseable {

    /** All operations that arrive with the first one still have the beginning ahead of them. */
    private static final Duration RUN_UP = Duration.ofSeconds(1);

    private static final int REPORT_SECONDS = 2;

    private final int warmUpSeconds;
    private final ProgressReporter announcer;
    private final Function<Phase, OperationCounts> counts;
    private final Runnable unheard;
    private final ScheduledExecutorService clockwork =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("course").factory());
    private long start;
    private boolean begun;
    private boolean ended;
    private @Nullable ScheduledFuture<?> report;
    private @Nullable Mark measuring;
    private @Nullable Mark ending;

    /**
     * @param warmUpSeconds before the first operation that counts
     * @param counts what has happened in a phase so far
     * @param unheard what to do once the output has no reader any more
     */
    public PhaseSchedule(
            int warmUpSeconds,
            ProgressReporter announcer,
            Function<Phase, OperationCounts> counts,
            Runnable unheard) {
        this.warmUpSeconds = warmUpSeconds;
        this.announcer = announcer;
        this.counts = counts;
        this.unheard = unheard;
    }

    /** When a phase begins, by {@link System#nanoTime}. The first to ask sets all in motion. */
    public synchronized long beginning(Phase phase) {
        if (!begun) {
            begun = true;
            start = System.nanoTime() + RUN_UP.toNanos();
            if (warmUpSeconds > 0) {
                enter(Phase.WARM_UP, start);
            }
            enter(Phase.MEASURING, measuringFrom());
        }
        return phase == Phase.WARM_UP ? start : measuringFrom();
    }

    private long measuringFrom() {
        return start + TimeUnit.SECONDS.toNanos(warmUpSeconds);
    }

    private void enter(Phase phase, long at) {
        var _ =
                clockwork.schedule(
                        () -> entered(phase), at - System.nanoTime(), TimeUnit.NANOSECONDS);
    }

    private synchronized void entered(Phase phase) {
        if (ended) {
            return;
        }
        if (phase == Phase.MEASURING) {
            measuring = Mark.now();
        }
        announcer.phase(phase, Instant.now());
        if (report != null) {
            report.cancel(false);
        }
        long from = beginning(phase);
        report =
                clockwork.scheduleAtFixedRate(
                        () -> report(phase, from),
                        REPORT_SECONDS,
                        REPORT_SECONDS,
                        TimeUnit.SECONDS);
    }

    private void report(Phase phase, long from) {
        long second = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - from);
        announcer.progress(phase, second, counts.apply(phase));
        if (!announcer.isHeard()) {
            unheard.run();
        }
    }

    /** The last operation that counts has its end. Only the first call says so. */
    public synchronized void ended() {
        if (ended) {
            return;
        }
        ended = true;
        ending = Mark.now();
        announcer.phase(Phase.ENDING, ending.at());
        clockwork.shutdownNow();
    }

    /**
     * The measured part, once it is over.
     *
     * @throws RunRefused if it never began
     */
    public synchronized Frame frame() {
        if (measuring == null || ending == null) {
            throw new RunRefused("the measured part was never reached: ask again with more time");
        }
        return new Frame(
                measuring.at(),
                ending.at(),
                ending.processor().minus(measuring.processor()).toNanos() / 1e9);
    }

    @Override
    public void close() {
        clockwork.shutdownNow();
    }

    /**
     * The measured part.
     *
     * @param cpuSeconds what this program itself took meanwhile
     */
    public record Frame(Instant began, Instant ended, double cpuSeconds) {}

    private record Mark(Instant at, Duration processor) {

        static Mark now() {
            return new Mark(
                    Instant.now(),
                    ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO));
        }
    }
}
