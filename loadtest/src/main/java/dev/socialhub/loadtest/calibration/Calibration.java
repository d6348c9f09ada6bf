package dev.socialhub.loadtest.calibration;

import dev.socialhub.loadtest.format.ProbeOutcome;
import dev.socialhub.loadtest.format.ProbeOutcome.Figure;
import dev.socialhub.loadtest.measure.OutcomeFile;
import dev.socialhub.loadtest.measure.Rounding;
import dev.socialhub.loadtest.plan.BadPlan;
import dev.socialhub.loadtest.plan.ProbePlan;
import dev.socialhub.loadtest.probe.Cost;
import dev.socialhub.loadtest.probe.Probe;
import dev.socialhub.loadtest.probe.ProbeSkipped;
import dev.socialhub.loadtest.run.ProgressReporter;
import dev.socialhub.loadtest.run.RunRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Runs the probes of a plan, one after the other. */
public final class Calibration {

    private static final double NANOS_PER_MICRO = 1_000.0;

    private final ProbePlan plan;
    private final List<Probe> probes;
    private final ProgressReporter reporter;

    /**
     * @throws BadPlan if it names a probe that doesn't exist
     */
    public Calibration(ProbePlan plan, ProgressReporter reporter) {
        this.plan = plan;
        this.reporter = reporter;
        this.probes = plan.probes().stream().map(Calibration::probe).toList();
    }

    private static Probe probe(String name) {
        return Probes.named(name)
                .orElseThrow(() ->
                        new BadPlan(
                                "there is no such probe; choose from "
                                        + Probes.all().stream()
                                                .map(Probe::name)
                                                .collect(Collectors.joining(", "))));
    }

    /**
     * Runs them, and writes what was measured.
     *
     * @throws RunRefused if the outcome can't be written
     */
    public void run(Path outcome) throws InterruptedException {
        try {
            Files.createDirectories(plan.folder());
        } catch (IOException unwritable) {
            throw new RunRefused("the folder can't be created: name another", unwritable);
        }
        List<Figure> figures = new ArrayList<>();
        for (Probe probe : probes) {
            reporter.preparing(figures.size(), probes.size(), "probes, now " + probe.name());
            figures.add(figure(probe));
        }
        reporter.preparing(figures.size(), probes.size(), "probes");
        OutcomeFile.write(outcome, new ProbeOutcome(ProbeOutcome.VERSION, plan.run(), figures));
    }

    private Figure figure(Probe probe) throws InterruptedException {
        try {
            return figure(probe.name(), probe.measure(plan));
        } catch (ProbeSkipped reason) {
            return Figure.skipped(probe.name(), String.valueOf(reason.getMessage()));
        }
    }

    private static Figure figure(String probe, Cost cost) {
        if (cost.operations() == 0) {
            return Figure.skipped(probe, "no operation was done in time");
        }
        Long other = cost.otherNanos();
        return new Figure(
                probe,
                cost.operations(),
                Rounding.toThousandths(cost.operations() / cost.seconds()),
                microsPerOperation(cost.cpuNanos(), cost),
                other == null ? null : (Double) microsPerOperation(other, cost),
                null);
    }

    private static double microsPerOperation(long nanos, Cost cost) {
        return Rounding.toThousandths(nanos / NANOS_PER_MICRO / cost.operations());
    }
}
