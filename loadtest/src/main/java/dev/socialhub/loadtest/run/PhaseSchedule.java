package dev.socialhub.loadtest.run;

import dev.socialhub.loadtest.format.Phase;
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
    private static final Duration LEAD_TIME = Duration.ofSeconds(1);

    private static final int REPORT_SECONDS = 2;

    private final int warmUpSeconds;
    private final ProgressReporter reporter;
    private final Function<Phase, OperationCounts> counts;
    private final Runnable whenOutputCloses;
    private final ScheduledExecutorService scheduler =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("phase-schedule").factory());
    private long start;
    private boolean begun;
    private boolean ended;
    private @Nullable ScheduledFuture<?> report;
    private @Nullable Mark measuring;
    private @Nullable Mark ending;

    /**
     * @param warmUpSeconds before the first operation that counts
     * @param counts what has happened in a phase so far
     * @param whenOutputCloses what to do once the output has no reader any more
     */
    public PhaseSchedule(
            int warmUpSeconds,
            ProgressReporter reporter,
            Function<Phase, OperationCounts> counts,
            Runnable whenOutputCloses) {
        this.warmUpSeconds = warmUpSeconds;
        this.reporter = reporter;
        this.counts = counts;
        this.whenOutputCloses = whenOutputCloses;
    }

    /** When a phase begins, by {@link System#nanoTime}. The first to ask sets all in motion. */
    public synchronized long beginning(Phase phase) {
        if (!begun) {
            begun = true;
            start = System.nanoTime() + LEAD_TIME.toNanos();
            if (warmUpSeconds > 0) {
                scheduleBegin(Phase.WARM_UP, start);
            }
            scheduleBegin(Phase.MEASURING, measuringFrom());
        }
        return phase == Phase.WARM_UP ? start : measuringFrom();
    }

    private long measuringFrom() {
        return start + TimeUnit.SECONDS.toNanos(warmUpSeconds);
    }

    private void scheduleBegin(Phase phase, long at) {
        var _ =
                scheduler.schedule(
                        () -> begin(phase), at - System.nanoTime(), TimeUnit.NANOSECONDS);
    }

    private synchronized void begin(Phase phase) {
        if (ended) {
            return;
        }
        if (phase == Phase.MEASURING) {
            measuring = Mark.now();
        }
        reporter.phase(phase, Instant.now());
        if (report != null) {
            report.cancel(false);
        }
        long from = beginning(phase);
        report =
                scheduler.scheduleAtFixedRate(
                        () -> report(phase, from),
                        REPORT_SECONDS,
                        REPORT_SECONDS,
                        TimeUnit.SECONDS);
    }

    private void report(Phase phase, long from) {
        long second = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - from);
        reporter.progress(phase, second, counts.apply(phase));
        if (!reporter.hasReader()) {
            whenOutputCloses.run();
        }
    }

    /** The last operation that counts has ended. Only the first call has an effect. */
    public synchronized void ended() {
        if (ended) {
            return;
        }
        ended = true;
        ending = Mark.now();
        reporter.phase(Phase.ENDING, ending.at());
        scheduler.shutdownNow();
    }

    /**
     * The measured part, once it is over.
     *
     * @throws RunRefused if it never began
     */
    public synchronized Frame frame() {
        if (measuring == null || ending == null) {
            throw new RunRefused(
                    "the measured part was never reached: repeat the run with more time");
        }
        return new Frame(
                measuring.at(),
                ending.at(),
                ending.processor().minus(measuring.processor()).toNanos() / 1e9);
    }

    @Override
    public void close() {
        scheduler.shutdownNow();
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
