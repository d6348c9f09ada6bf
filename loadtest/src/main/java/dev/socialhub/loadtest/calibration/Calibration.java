package dev.socialhub.loadtest.calibration;

import dev.socialhub.loadtest.calibration.CalibrationOutcome.Figure;
import dev.socialhub.loadtest.measure.OutcomeFile;
import dev.socialhub.loadtest.plan.BadPlan;
import dev.socialhub.loadtest.plan.ProbePlan;
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
        OutcomeFile.write(
                outcome, new CalibrationOutcome(CalibrationOutcome.VERSION, plan.run(), figures));
    }

    private Figure figure(Probe probe) throws InterruptedException {
        try {
            return Figure.of(probe.name(), probe.measure(plan));
        } catch (ProbeSkipped reason) {
            return Figure.skipped(probe.name(), String.valueOf(reason.getMessage()));
        }
    }
}
