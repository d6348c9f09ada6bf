package dev.socialhub.cli.load;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.socialhub.cli.load.result.GoalVerdict;
import dev.socialhub.cli.load.result.LoadRun;
import dev.socialhub.cli.load.result.LoadRun.OperationResult;
import dev.socialhub.cli.load.result.RunHistory;
import dev.socialhub.cli.load.result.SignificantDigits;
import dev.socialhub.cli.terminal.Printable;
import dev.socialhub.cli.terminal.Table;
import dev.socialhub.cli.terminal.Terminal;
import dev.socialhub.loadtest.format.Outcome;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The document of {@code load history}.
 *
 * @param spoiled files that hold no valid run
 */
@JsonPropertyOrder({"version", "runs", "spoiled"})
record PastRuns(int version, List<Run> runs, List<RunHistory.Spoiled> spoiled) {
    private static final int VERSION = 1;

    PastRuns {
        runs = List.copyOf(runs);
        spoiled = List.copyOf(spoiled);
    }

    /** One run. */
    @JsonPropertyOrder({
        "id",
        "profile",
        "began",
        "platform",
        "rate",
        "seconds",
        "verdict",
        "operations"
    })
    record Run(
            String id,
            String profile,
            String began,
            String platform,
            double rate,
            long seconds,
            GoalVerdict verdict,
            List<Figures> operations) {
        Run {
            operations = List.copyOf(operations);
        }
    }

    /** The figures that matter for one operation. */
    @JsonPropertyOrder({
        "operation",
        "achievedPerSecond",
        "failed",
        "p50Millis",
        "p99Millis",
        "cpuMicros",
        "budgetRatio"
    })
    record Figures(
            String operation,
            double achievedPerSecond,
            long failed,
            @Nullable Double p50Millis,
            @Nullable Double p99Millis,
            @Nullable Double cpuMicros,
            @Nullable Double budgetRatio) {}

    /**
     * @param profile of those to be shown; null for all
     */
    static PastRuns of(RunHistory.Found found, @Nullable String profile) {
        return new PastRuns(
                VERSION,
                found.runs().stream()
                        .filter(run -> profile == null || run.profile().equals(profile))
                        .map(PastRuns::run)
                        .toList(),
                found.spoiled());
    }

    String table(Terminal terminal) {
        Table table =
                new Table()
                        .text("ID")
                        .text("BEGAN")
                        .text("OPERATION")
                        .number("ACHIEVED")
                        .number("ERRORS")
                        .number("P50")
                        .number("P99")
                        .number("CPU/OP")
                        .number("R")
                        .text("VERDICT", cell -> Summary.verdict(terminal, cell));
        for (Run run : runs) {
            for (int i = 0; i < run.operations().size(); i++) {
                Figures one = run.operations().get(i);
                // The first line names the run.
                boolean first = i == 0;
                table.row(
                        first ? Printable.line(run.id()) : "",
                        first ? Printable.time(moment(run.began())) : "",
                        Printable.line(one.operation()),
                        SignificantDigits.rate(one.achievedPerSecond()),
                        Long.toString(one.failed()),
                        SignificantDigits.millis(one.p50Millis()),
                        SignificantDigits.millis(one.p99Millis()),
                        SignificantDigits.micros(one.cpuMicros()),
                        SignificantDigits.text(one.budgetRatio()),
                        first ? run.verdict().name() : "");
            }
        }
        return table.render();
    }

    private static Run run(LoadRun run) {
        return new Run(
                run.id(),
                run.profile(),
                run.began(),
                run.platform().name(),
                run.offered().rate(),
                run.offered().seconds(),
                run.verdict(),
                run.operations().stream().map(PastRuns::figures).toList());
    }

    private static Figures figures(OperationResult one) {
        Outcome.Millis millis = one.millis();
        return new Figures(
                one.operation(),
                one.achievedPerSecond(),
                one.failed(),
                millis == null ? null : (Double) millis.p50(),
                millis == null ? null : (Double) millis.p99(),
                one.cpuMicros(),
                one.budgetRatio());
    }

    private static Optional<Instant> moment(String began) {
        try {
            return Optional.of(Instant.parse(began));
        } catch (DateTimeParseException malformed) {
            return Optional.empty();
        }
    }
}
