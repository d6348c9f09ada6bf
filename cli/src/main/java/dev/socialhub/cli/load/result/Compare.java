package dev.socialhub.cli.load.result;

import dev.socialhub.cli.load.result.LoadRun.OperationResult;
import dev.socialhub.loadtest.format.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Compares a run with others of its profile, beside the noise between similar runs. */
public final class Compare {
    /** Two runs always differ by something; only three or more begin to show by how much. */
    private static final int MIN_RUNS = 3;

    private static final Map<String, Figure> FIGURES = figures();

    private final LoadRun run;
    private final List<LoadRun> bases;
    private final List<LoadRun> alike;

    /** One number of an operation, if it is known. */
    private interface Figure {
        @Nullable Double of(OperationResult result);
    }

    private Compare(LoadRun run, List<LoadRun> bases, List<LoadRun> alike) {
        this.run = run;
        this.bases = bases;
        this.alike = alike;
    }

    /**
     * @param bases that it is compared with; at least one, of the same profile
     * @param history from which the noise is computed; may contain the others
     */
    public static RunComparison of(LoadRun run, List<LoadRun> bases, List<LoadRun> history) {
        List<LoadRun> alike =
                history.stream()
                        .filter(other -> !other.id().equals(run.id()))
                        .filter(other -> other.profile().equals(run.profile()))
                        .filter(other -> other.verdict() != GoalVerdict.invalid)
                        .filter(other -> differences(run, other).isEmpty())
                        .toList();
        return new Compare(run, bases, alike).compare();
    }

    private RunComparison compare() {
        List<String> warnings = new ArrayList<>();
        for (LoadRun base : bases) {
            differences(run, base).stream()
                    .map(difference -> base.id() + ": " + difference)
                    .forEach(warnings::add);
            if (base.verdict() == GoalVerdict.invalid) {
                warnings.add(base.id() + ": it is invalid");
            }
        }
        List<RunComparison.Figure> figures = new ArrayList<>();
        for (OperationResult operation : run.operations()) {
            FIGURES.forEach((name, figure) -> {
                Double measured = figure.of(operation);
                List<Double> before = values(bases, operation.operation(), figure);
                if (measured != null && !before.isEmpty() && median(before) > 0) {
                    List<Double> usual = values(alike, operation.operation(), figure);
                    double base = median(before);
                    figures.add(
                            new RunComparison.Figure(
                                    operation.operation(),
                                    name,
                                    measured,
                                    base,
                                    Math.round(measured / base * 1000) / 1000.0,
                                    noise(usual),
                                    usual.size()));
                }
            });
        }
        return new RunComparison(bases.stream().map(LoadRun::id).toList(), warnings, figures);
    }

    /**
     * Half the distance between the extremes, as a fraction of the median; null if there are too
     * few.
     */
    static @Nullable Double noise(List<Double> values) {
        if (values.size() < MIN_RUNS || median(values) <= 0) {
            return null;
        }
        double least = values.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
        double most = values.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
        return Math.round((most - least) / 2 / median(values) * 1000) / 1000.0;
    }

    static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(middle)
                : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    private static List<Double> values(List<LoadRun> runs, String operation, Figure figure) {
        return runs.stream()
                .flatMap(other -> other.operations().stream())
                .filter(other -> other.operation().equals(operation))
                .map(figure::of)
                .filter(Objects::nonNull)
                .toList();
    }

    /** The conditions in which two runs differ although their figures depend on them. */
    private static List<String> differences(LoadRun run, LoadRun other) {
        List<String> differences = new ArrayList<>();
        differ(differences, "cores", other.machine().cores(), run.machine().cores());
        differ(differences, "processor", other.machine().model(), run.machine().model());
        differ(differences, "Java", other.machine().java(), run.machine().java());
        differ(differences, "platform", other.platform().name(), run.platform().name());
        differ(differences, "rate", other.offered().rate(), run.offered().rate());
        differ(differences, "people", other.offered().people(), run.offered().people());
        differ(differences, "seconds", other.offered().seconds(), run.offered().seconds());
        differ(
                differences,
                "warm-up seconds",
                other.offered().warmUpSeconds(),
                run.offered().warmUpSeconds());
        run.settings()
                .forEach((name, value) ->
                        differ(
                                differences,
                                name,
                                other.settings().getOrDefault(name, "none"),
                                value));
        return differences;
    }

    private static void differ(
            List<String> differences, String what, @Nullable Object before, @Nullable Object now) {
        if (!Objects.equals(before, now)) {
            differences.add("%s was %s, and is %s".formatted(what, shown(before), shown(now)));
        }
    }

    private static String shown(@Nullable Object value) {
        return value instanceof Double number
                ? SignificantDigits.text(number)
                : String.valueOf(value);
    }

    private static Map<String, Figure> figures() {
        Map<String, Figure> figures = new LinkedHashMap<>();
        figures.put("achieved", OperationResult::achievedPerSecond);
        figures.put("p50", result -> millis(result, Outcome.Millis::p50));
        figures.put("p95", result -> millis(result, Outcome.Millis::p95));
        figures.put("p99", result -> millis(result, Outcome.Millis::p99));
        figures.put("cpu", OperationResult::cpuMicros);
        figures.put("efficiency", OperationResult::efficiency);
        return figures;
    }

    private static @Nullable Double millis(
            OperationResult result, Function<Outcome.Millis, Double> which) {
        Outcome.Millis millis = result.millis();
        return millis == null ? null : which.apply(millis);
    }
}
