package dev.socialhub.loadtest.overload;

import dev.socialhub.loadtest.format.Outcome.Finding;
import dev.socialhub.loadtest.format.Phase;
import dev.socialhub.loadtest.measure.Journal;
import dev.socialhub.loadtest.measure.Measurement;
import dev.socialhub.loadtest.measure.OperationTimes;
import dev.socialhub.loadtest.measure.Rounding;
import dev.socialhub.loadtest.plan.Plan;
import dev.socialhub.loadtest.run.Arrivals;
import dev.socialhub.loadtest.run.PhaseSchedule;
import dev.socialhub.loadtest.run.ProgressReporter;
import dev.socialhub.loadtest.run.RunRefused;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * Finds the best rate of an operation, offers half of it, then twice as much as it is, and half
 * again, and reports the result of each part. Only the part with twice the rate is measured.
 */
public final class Overload {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final double TWICE = 2;
    private static final double HALF = 0.5;

    private static final double LOSS_ALLOWED = 0.1;
    private static final double ADMITTED_MILLIS = 1_000;
    private static final double REFUSED_MILLIS = 100;
    private static final double RECOVERY_SECONDS = 5;

    private final Plan plan;
    private final OverloadPhases phases;
    private final String operation;
    private final RequestSource requests;
    private final Measurement measurement;
    private final PhaseSchedule schedule;
    private final ProgressReporter reporter;
    private final List<Finding> findings = new ArrayList<>();

    public Overload(
            Plan plan,
            OverloadPhases phases,
            String operation,
            RequestSource requests,
            Measurement measurement,
            PhaseSchedule schedule,
            ProgressReporter reporter) {
        this.plan = plan;
        this.phases = phases;
        this.operation = operation;
        this.requests = requests;
        this.measurement = measurement;
        this.schedule = schedule;
        this.reporter = reporter;
    }

    /** Makes requests. */
    public interface RequestSource extends Supplier<RequestToSend> {

        /** How many more requests can be made. */
        default long remaining() {
            return Long.MAX_VALUE;
        }
    }

    /**
     * Runs all phases.
     *
     * @throws RunRefused if nothing succeeds before the overload, or too few requests can be made
     */
    public void run() {
        try (OverloadClient client = new OverloadClient(TIMEOUT)) {
            OpenLoop open = new OpenLoop(client, requests);
            long warmUpStart = schedule.beginning(Phase.WARM_UP);
            warmUp(open, warmUpStart);
            ClosedLoop closed = new ClosedLoop(client, requests);
            long rehearsal = warmUpStart + seconds(plan.warmUpSeconds());
            long search = rehearsal + seconds(phases.stepSeconds());
            // The code that refuses has to be warm as well, on both sides.
            closed.rate(phases.rehearsalCallers(), search);
            double best = bestRate(closed, search + seconds(phases.restSeconds()));
            long overload = schedule.beginning(Phase.MEASURING);
            long end = overload + seconds(plan.seconds());
            PhaseLog before = new PhaseLog(phases.halfSeconds());
            PhaseLog during = new PhaseLog(plan.seconds());
            PhaseLog after = new PhaseLog(phases.recoverySeconds());

            open.offer(
                    arrivals(HALF * best, phases.halfSeconds(), "before"),
                    overload - seconds(phases.halfSeconds()),
                    recordIn(before));
            open.finish();
            Arrivals twice = arrivals(TWICE * best, plan.seconds(), "overload");
            measurement.setOffered(twice.total());
            open.offer(twice, overload, new MeasuredPhase(during, overload, twice.total()));
            // What is left of the overload is answered meanwhile.
            open.offer(
                    arrivals(HALF * best, phases.recoverySeconds(), "after"), end, recordIn(after));
            open.finish();
            addFindings(best, before, during, after);
        }
    }

    private void warmUp(OpenLoop open, long start) {
        OperationTimes times = measurement.journal(Phase.WARM_UP).of(operation);
        open.offer(
                arrivals(plan.rate(), plan.warmUpSeconds(), "warm-up"),
                start,
                (second, result, nanos) -> recordResult(times, second, result, nanos));
        open.finish();
    }

    private double bestRate(ClosedLoop closed, long start) {
        double best = 0;
        int done = 0;
        for (int callers : phases.callers()) {
            long begin = start + seconds(done * phases.stepSeconds());
            LockSupport.parkNanos(begin - System.nanoTime());
            best = Math.max(best, closed.rate(callers, begin + seconds(phases.stepSeconds())));
            done++;
            reporter.preparing(
                    done,
                    phases.callers().size(),
                    "steps towards the best rate, %.0f/s so far".formatted(best));
        }
        if (best * plan.seconds() < 1) {
            throw new RunRefused(
                    operation + " never succeeded before the overload: run its own profile first");
        }
        double needed =
                best
                        * (TWICE * plan.seconds()
                                + HALF * (phases.halfSeconds() + phases.recoverySeconds()));
        if (requests.remaining() < needed) {
            throw new RunRefused(
                    "twice %.0f/s for %d s needs more users than %d: set more users, or less time"
                            .formatted(best, plan.seconds(), plan.people()));
        }
        return best;
    }

    private void addFindings(double best, PhaseLog before, PhaseLog during, PhaseLog after) {
        double goodput = during.succeeded() / (double) plan.seconds();
        findings.add(
                new Finding(
                        "goodput_loss",
                        Rounding.toThousandths(Math.max(0, 1 - goodput / best)),
                        LOSS_ALLOWED,
                        "of the best rate, %.0f/s".formatted(best)));
        if (during.succeeded() > 0) {
            findings.add(new Finding("admitted_p99", during.admittedP99(), ADMITTED_MILLIS, "ms"));
        }
        findings.add(
                new Finding(
                        "refused_p99",
                        during.refusedP99(),
                        REFUSED_MILLIS,
                        "ms, of %d refusals".formatted(during.refused())));
        findings.add(
                new Finding(
                        "failures",
                        during.failed(),
                        0,
                        "requests that neither succeeded nor were refused"));
        findings.add(
                new Finding(
                        "recovery_seconds",
                        new Recovery(before.seconds()).seconds(after.seconds()),
                        RECOVERY_SECONDS,
                        "s until half the best rate was served as before"));
    }

    /** The findings of the run. */
    public List<Finding> findings() {
        return List.copyOf(findings);
    }

    private Arrivals arrivals(double rate, int seconds, String part) {
        return new Arrivals(rate, seconds, (plan.run() + part).hashCode());
    }

    private static OpenLoop.Listener recordIn(PhaseLog log) {
        return (second, result, nanos) ->
                log.ended(second, result, TimeUnit.NANOSECONDS.toMicros(nanos));
    }

    private static void recordResult(
            OperationTimes times, int second, RequestResult result, long nanos) {
        times.started(second);
        switch (result.kind()) {
            case SUCCEEDED -> times.succeeded(second, TimeUnit.NANOSECONDS.toMicros(nanos));
            case FAILED -> times.failed(second, result.reason());
            case REFUSED -> {}
        }
    }

    private static long seconds(int count) {
        return TimeUnit.SECONDS.toNanos(count);
    }

    /** Writes down what counts. */
    private final class MeasuredPhase implements OpenLoop.Listener {

        private final PhaseLog log;
        private final long start;
        private final Journal journal = measurement.journal(Phase.MEASURING);
        private final OperationTimes times = journal.of(operation);

        private long running;

        MeasuredPhase(PhaseLog log, long start, long total) {
            this.running = total;
            this.log = log;
            this.start = start;
        }

        @Override
        public void began(long lateNanos) {
            journal.late(lateNanos);
            times.started(now());
        }

        @Override
        public void ended(int dueSecond, RequestResult result, long nanos) {
            log.ended(dueSecond, result, TimeUnit.NANOSECONDS.toMicros(nanos));
            switch (result.kind()) {
                case SUCCEEDED -> times.succeeded(now(), TimeUnit.NANOSECONDS.toMicros(nanos));
                case FAILED -> times.failed(now(), result.reason());
                case REFUSED -> journal.refused();
            }
            running--;
            if (running == 0) {
                schedule.ended();
            }
        }

        private int now() {
            return (int) TimeUnit.NANOSECONDS.toSeconds(Math.max(0, System.nanoTime() - start));
        }
    }
}
