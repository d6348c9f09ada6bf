package dev.socialhub.cli.load.result;

import dev.socialhub.cli.load.sampling.Measured;
import dev.socialhub.loadtest.format.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Whether the figures of a run are valid. */
final class Validity {
    /**
     * If less than this fraction of the offered load was made, another load was measured than the
     * one asked for.
     */
    static final double MIN_ACHIEVED = 0.98;

    /** If the generator used more than this fraction of all cores, it measured itself. */
    static final double MAX_GENERATOR_LOAD = 0.9;

    /**
     * The milliseconds by which operations may begin late: beyond that, another load than this one
     * was offered.
     */
    static final double MAX_LATE_MILLIS = 500;

    private Validity() {}

    /**
     * Why an operation's figures are invalid; empty if they are valid.
     *
     * @param overloaded whether more was meant to be offered than the platform can handle
     */
    static List<String> reasons(Outcome.Operation operation, double seconds, boolean overloaded) {
        List<String> reasons = new ArrayList<>();
        String name = operation.operation();
        if (operation.offered() <= 0) {
            reasons.add(name + ": nothing was offered");
            return reasons;
        }
        if (operation.failed() > 0 && !overloaded) {
            reasons.add(
                    "%s: %d of %d requests failed (%s)"
                            .formatted(
                                    name,
                                    operation.failed(),
                                    operation.started(),
                                    causes(operation.failures())));
        }
        if (operation.started() < MIN_ACHIEVED * operation.offered()) {
            reasons.add(
                    "%s: the generator started only %s of the planned requests"
                            .formatted(name, percent(operation.started(), operation.offered())));
        } else if (operation.succeeded() < MIN_ACHIEVED * operation.offered() && !overloaded) {
            reasons.add(
                    String.format(
                            Locale.ROOT,
                            "%s: achieved %.1f/s of %.1f/s offered",
                            name,
                            operation.succeeded() / seconds,
                            operation.offered() / seconds));
        }
        return reasons;
    }

    /** The same of the whole run. */
    static List<String> reasons(
            Outcome outcome, Measured measured, @Nullable Double generatorCores, int cores) {
        List<String> reasons = new ArrayList<>();
        if (outcome.operations().isEmpty() || outcome.seconds() <= 0) {
            reasons.add("nothing was measured");
        }
        if (generatorCores != null && generatorCores >= MAX_GENERATOR_LOAD * cores) {
            reasons.add(
                    String.format(
                            Locale.ROOT,
                            "the generator used %.1f of %d cores, so it was the bottleneck",
                            generatorCores,
                            cores));
        }
        if (outcome.generator() != null && outcome.generator().lateMillis() > MAX_LATE_MILLIS) {
            reasons.add(
                    String.format(
                            Locale.ROOT,
                            "operations began %.0f ms late (p99): the generator had too little CPU",
                            outcome.generator().lateMillis()));
        }
        measured.restarted().stream()
                // The generator may have ended as soon as it had printed everything.
                .filter(name -> !name.equals(BuildLoadRun.GENERATOR))
                .forEach(name -> reasons.add(name + " was restarted"));
        return reasons;
    }

    private static String percent(long part, long whole) {
        return String.format(Locale.ROOT, "%.1f %%", 100.0 * part / whole);
    }

    private static String causes(List<Outcome.Failure> failures) {
        return failures.isEmpty()
                ? "no reason reported"
                : failures.stream()
                        .map(failure -> failure.reason() + " ×" + failure.count())
                        .collect(Collectors.joining(", "));
    }
}
