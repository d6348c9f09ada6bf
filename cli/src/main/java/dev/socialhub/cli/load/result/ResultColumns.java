package dev.socialhub.cli.load.result;

import dev.socialhub.cli.load.profile.LoadProfile;
import dev.socialhub.cli.load.result.LoadRun.FindingResult;
import dev.socialhub.cli.load.result.LoadRun.OperationResult;
import dev.socialhub.loadtest.format.Outcome;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** The columns of a run's tables. */
public final class ResultColumns {
    private ResultColumns() {}

    /** One row for each kind of request. */
    public static List<ResultColumn<OperationResult>> operations(LoadRun run) {
        String target = target(run.target());
        return List.of(
                ResultColumn.text("OPERATION", "operation", OperationResult::operation),
                ResultColumn.number("TARGET", "target", one -> one.counted() ? target : "–"),
                ResultColumn.number(
                        "OFFERED",
                        "offered",
                        one -> SignificantDigits.rate(one.offeredPerSecond())),
                ResultColumn.number(
                        "ACHIEVED",
                        "achieved",
                        one -> SignificantDigits.rate(one.achievedPerSecond())),
                ResultColumn.number("ERRORS", "errors", one -> Long.toString(one.failed())),
                ResultColumn.number("P50", "p50", one -> millis(one, Outcome.Millis::p50)),
                ResultColumn.number("P95", "p95", one -> millis(one, Outcome.Millis::p95)),
                ResultColumn.number("P99", "p99", one -> millis(one, Outcome.Millis::p99)),
                ResultColumn.number("", "longest", one -> millis(one, Outcome.Millis::max)),
                ResultColumn.number(
                        "CPU/OP",
                        "CPU per operation",
                        one -> SignificantDigits.micros(one.cpuMicros())),
                ResultColumn.number("R", "R", one -> SignificantDigits.text(one.budgetRatio())),
                ResultColumn.number("E", "E", one -> SignificantDigits.text(one.efficiency())),
                ResultColumn.verdict(OperationResult::verdict));
    }

    /** One row for each finding. */
    public static List<ResultColumn<FindingResult>> findings() {
        return List.of(
                ResultColumn.text("FINDING", "finding", FindingResult::name),
                ResultColumn.number(
                        "MEASURED", "measured", one -> SignificantDigits.text(one.measured())),
                ResultColumn.number(
                        "ALLOWED", "allowed", one -> SignificantDigits.given(one.allowed())),
                ResultColumn.text("UNIT", "unit", FindingResult::unit),
                ResultColumn.verdict(one -> one.met() ? GoalVerdict.met : GoalVerdict.missed));
    }

    /** The promised rate: {@code 1000/s}; a dash for none. */
    public static String target(LoadProfile.@Nullable Target target) {
        return target == null || target.rate() == null
                ? "–"
                : SignificantDigits.given(target.rate()) + "/s";
    }

    private static String millis(
            OperationResult result, ToDoubleFunction<Outcome.Millis> percentile) {
        Outcome.Millis millis = result.millis();
        return SignificantDigits.millis(
                millis == null ? null : (Double) percentile.applyAsDouble(millis));
    }
}
