package dev.socialhub.cli.load;

import dev.socialhub.cli.load.profile.LoadProfile;
import dev.socialhub.cli.load.result.GoalVerdict;
import dev.socialhub.cli.load.result.LoadRun.FindingResult;
import dev.socialhub.cli.load.result.LoadRun.OperationResult;
import dev.socialhub.cli.load.result.LoadRun;
import dev.socialhub.cli.load.result.RunComparison;
import dev.socialhub.cli.load.result.SignificantDigits;
import dev.socialhub.cli.terminal.Colour;
import dev.socialhub.cli.terminal.Printable;
import dev.socialhub.cli.terminal.Table;
import dev.socialhub.cli.terminal.Terminal;
import dev.socialhub.loadtest.format.Outcome;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A run in a few lines. */
final class Summary {
    private final LoadRun run;
    private final Terminal terminal;

    Summary(LoadRun run, Terminal terminal) {
        this.run = run;
        this.terminal = terminal;
    }

    String text() {
        StringBuilder text = new StringBuilder(operations());
        if (!run.findings().isEmpty()) {
            text.append('\n').append(findings());
        }
        RunComparison comparison = run.comparison();
        if (comparison != null) {
            text.append('\n').append(comparison(comparison));
            comparison.warnings().forEach(it -> line(text, Colour.WARNING, "warning: " + it));
        }
        text.append('\n');
        text.append(run.profile()).append(": ").append(verdict(terminal, run.verdict().name()));
        text.append('\n');
        run.reasons().forEach(reason -> line(text, Colour.BAD, "  " + reason));
        run.warnings().forEach(it -> line(text, Colour.WARNING, "  warning: " + it));
        if (run.postponed() > 0) {
            text.append(
                    "  %d requests were asked to retry later, and did\n"
                            .formatted(run.postponed()));
        }
        return text.toString();
    }

    /** A verdict in its colour. */
    static String verdict(Terminal terminal, String cell) {
        return switch (cell.strip()) {
            case "met" -> terminal.paint(Colour.GOOD, cell);
            case "missed", "invalid" -> terminal.paint(Colour.BAD, cell);
            case "unjudged" -> terminal.paint(Colour.FAINT, cell);
            default -> cell;
        };
    }

    /** The promised rate: {@code 1000/s}. */
    static String target(LoadProfile.@Nullable Target target) {
        return target == null || target.rate() == null
                ? "–"
                : SignificantDigits.given(target.rate()) + "/s";
    }

    static String micros(@Nullable Double micros) {
        return micros == null ? "–" : String.format(Locale.ROOT, "%.0f µs", micros);
    }

    /** The ratio, beside the usual noise: {@code 1.08x (noise ±12 % over 5 runs)}. */
    static String ratio(RunComparison.Figure figure) {
        Double noise = figure.noise();
        String noiseText =
                noise == null
                        ? "noise unknown, similar runs: %d".formatted(figure.runs())
                        : String.format(
                                Locale.ROOT,
                                "noise ±%.0f %% over %d runs",
                                noise * 100,
                                figure.runs());
        return String.format(Locale.ROOT, "%.2fx (%s)", figure.ratio(), noiseText);
    }

    private String operations() {
        Table table =
                new Table()
                        .text("OPERATION")
                        .number("TARGET")
                        .number("OFFERED")
                        .number("ACHIEVED")
                        .number("ERRORS")
                        .number("P50")
                        .number("P95")
                        .number("P99")
                        .number("CPU/OP")
                        .number("R")
                        .number("E")
                        .text("VERDICT", cell -> verdict(terminal, cell));
        for (OperationResult one : run.operations()) {
            Outcome.Millis millis = one.millis();
            table.row(
                    Printable.line(one.operation()),
                    one.counted() ? target(run.target()) : "–",
                    SignificantDigits.rate(one.offeredPerSecond()),
                    SignificantDigits.rate(one.achievedPerSecond()),
                    Long.toString(one.failed()),
                    SignificantDigits.millis(millis == null ? null : (Double) millis.p50()),
                    SignificantDigits.millis(millis == null ? null : (Double) millis.p95()),
                    SignificantDigits.millis(millis == null ? null : (Double) millis.p99()),
                    micros(one.cpuMicros()),
                    SignificantDigits.text(one.budgetRatio()),
                    SignificantDigits.text(one.efficiency()),
                    one.verdict().name());
        }
        return table.render();
    }

    private String findings() {
        Table table =
                new Table()
                        .text("FINDING")
                        .number("MEASURED")
                        .number("ALLOWED")
                        .text("UNIT")
                        .text("VERDICT", cell -> verdict(terminal, cell));
        for (FindingResult one : run.findings()) {
            table.row(
                    Printable.line(one.name()),
                    SignificantDigits.text(one.measured()),
                    SignificantDigits.given(one.allowed()),
                    Printable.line(one.unit()),
                    (one.met() ? GoalVerdict.met : GoalVerdict.missed).name());
        }
        return table.render();
    }

    private static String comparison(RunComparison comparison) {
        Table table =
                new Table()
                        .text("OPERATION")
                        .text("FIGURE")
                        .number("NOW")
                        .number("BEFORE")
                        .text("RATIO");
        for (RunComparison.Figure one : comparison.figures()) {
            table.row(
                    Printable.line(one.operation()),
                    one.figure(),
                    SignificantDigits.text(one.measured()),
                    SignificantDigits.text(one.base()),
                    ratio(one));
        }
        return table.render();
    }

    private void line(StringBuilder text, Colour colour, String line) {
        text.append(terminal.paint(colour, Printable.line(line))).append('\n');
    }
}
