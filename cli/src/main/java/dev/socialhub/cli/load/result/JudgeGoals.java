package dev.socialhub.cli.load.result;

import dev.socialhub.cli.load.profile.Goals;
import dev.socialhub.cli.load.profile.LoadProfile;
import dev.socialhub.cli.load.result.LoadRun.OperationResult;
import dev.socialhub.cli.load.sampling.Measured;
import dev.socialhub.loadtest.format.Outcome;
import dev.socialhub.loadtest.format.ProbeOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Compares what was measured with a profile's goals. */
final class JudgeGoals {
    private final LoadProfile profile;
    private final Budget budget;
    private final Floors floors;
    private final double seconds;
    private final boolean noneCounted;
    private final List<String> invalid = new ArrayList<>();
    private final List<String> missed = new ArrayList<>();
    private final List<String> unjudged = new ArrayList<>();

    JudgeGoals(
            LoadProfile profile,
            Outcome outcome,
            Measured measured,
            List<ProbeOutcome.Figure> probes) {
        this.profile = profile;
        this.budget = Budget.of(profile, outcome, measured);
        this.floors = Floors.of(profile, outcome, probes);
        this.seconds = outcome.seconds();
        this.noneCounted = profile.operations().stream().noneMatch(LoadProfile.Operation::counted);
    }

    /** Why the run is invalid. */
    List<String> invalid() {
        return invalid;
    }

    /** The goals that aren't reached. */
    List<String> missed() {
        return missed;
    }

    /** The goals that can't be judged. */
    List<String> unjudged() {
        return unjudged;
    }

    OperationResult judge(Outcome.Operation operation) {
        LoadProfile.Operation known = profile.operation(operation.operation());
        Double micros = budget.micros(known);
        Double ratio = Budget.ratio(micros, profile.target());
        Double floor = floors.micros(known);
        OperationResult unjudgedResult =
                new OperationResult(
                        operation.operation(),
                        known.service(),
                        known.counted(),
                        perSecond(operation.offered()),
                        perSecond(operation.started()),
                        perSecond(operation.succeeded()),
                        operation.failed(),
                        operation.failures(),
                        operation.millis(),
                        rounded(micros, 1),
                        rounded(ratio, 3),
                        rounded(floor, 1),
                        rounded(Floors.efficiency(floor, micros), 3),
                        GoalVerdict.unjudged,
                        operation.series());
        return with(verdict(operation, unjudgedResult), unjudgedResult);
    }

    private GoalVerdict verdict(Outcome.Operation operation, OperationResult result) {
        List<String> problems = Validity.reasons(operation, seconds, profile.overloads());
        invalid.addAll(problems);
        if (!problems.isEmpty()) {
            return GoalVerdict.invalid;
        }
        if (!result.counted() && !noneCounted) {
            return GoalVerdict.unjudged;
        }
        int judged = 0;
        int missedBefore = missed.size();
        for (Map.Entry<String, Double> goal : profile.goal().entrySet()) {
            if (!Goals.ALL.contains(goal.getKey())) {
                // Measured by the generator, for the whole run.
                continue;
            }
            Double measured = measured(goal.getKey(), result);
            if (measured == null) {
                unjudged.add(unknown(goal.getKey(), result));
            } else {
                judged++;
                checkGoal(result.operation(), goal.getKey(), measured, goal.getValue());
            }
        }
        if (missed.size() > missedBefore) {
            return GoalVerdict.missed;
        }
        return judged == 0 ? GoalVerdict.unjudged : GoalVerdict.met;
    }

    private void checkGoal(String operation, String goal, double measured, double wanted) {
        boolean atLeast = goal.equals(Goals.EFFICIENCY);
        if (atLeast ? measured < wanted : measured > wanted) {
            missed.add(
                    "%s: %s is %s, the goal is %s %s"
                            .formatted(
                                    operation,
                                    goal.replace('_', ' '),
                                    SignificantDigits.text(measured),
                                    atLeast ? "at least" : "at most",
                                    SignificantDigits.given(wanted)));
        }
    }

    private String unknown(String goal, OperationResult result) {
        String why =
                switch (goal) {
                    case Goals.EFFICIENCY, Goals.TIMES_FLOOR ->
                            floors.reason(profile.operation(result.operation()))
                                    .orElse("its lowest possible cost wasn't measured");
                    case Goals.BUDGET_RATIO, Goals.CPU_MICROS -> "its CPU is unknown";
                    default -> "no request succeeded";
                };
        return "%s: %s wasn't judged: %s"
                .formatted(result.operation(), goal.replace('_', ' '), why);
    }

    /** What a goal requires; null if it isn't known. */
    static @Nullable Double measured(String goal, OperationResult result) {
        Outcome.Millis millis = result.millis();
        return switch (goal) {
            case Goals.BUDGET_RATIO -> result.budgetRatio();
            case Goals.CPU_MICROS -> result.cpuMicros();
            case Goals.EFFICIENCY -> result.efficiency();
            case Goals.TIMES_FLOOR ->
                    result.efficiency() == null ? null : (Double) (1 / result.efficiency());
            case Goals.P50 -> millis == null ? null : (Double) millis.p50();
            case Goals.P95 -> millis == null ? null : (Double) millis.p95();
            case Goals.P99 -> millis == null ? null : (Double) millis.p99();
            default -> null;
        };
    }

    private double perSecond(long count) {
        return seconds <= 0 ? 0 : Math.round(count / seconds * 100) / 100.0;
    }

    private static @Nullable Double rounded(@Nullable Double value, int digits) {
        double factor = Math.pow(10, digits);
        return value == null ? null : (Double) (Math.round(value * factor) / factor);
    }

    private static OperationResult with(GoalVerdict verdict, OperationResult result) {
        return new OperationResult(
                result.operation(),
                result.service(),
                result.counted(),
                result.offeredPerSecond(),
                result.startedPerSecond(),
                result.achievedPerSecond(),
                result.failed(),
                result.failures(),
                result.millis(),
                result.cpuMicros(),
                result.budgetRatio(),
                result.floorMicros(),
                result.efficiency(),
                verdict,
                result.series());
    }
}
