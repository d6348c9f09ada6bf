package dev.socialhub.cli.load;

import dev.socialhub.cli.load.result.LoadRun;
import dev.socialhub.cli.load.result.ResultColumn;
import dev.socialhub.cli.load.result.ResultColumns;
import dev.socialhub.cli.load.result.RunComparison;
import dev.socialhub.cli.load.result.SignificantDigits;
import dev.socialhub.cli.terminal.Colour;
import dev.socialhub.cli.terminal.Printable;
import dev.socialhub.cli.terminal.Table;
import dev.socialhub.cli.terminal.Terminal;
import java.util.List;
import java.util.Locale;

/** A run in a few lines. */
final class Summary {
    private final LoadRun run;
    private final Terminal terminal;

    Summary(LoadRun run, Terminal terminal) {
        this.run = run;
        this.terminal = terminal;
    }

    String text() {
        StringBuilder text =
                new StringBuilder(table(ResultColumns.operations(run), run.operations()));
        if (!run.findings().isEmpty()) {
            text.append('\n').append(table(ResultColumns.findings(), run.findings()));
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

    private <T> String table(List<ResultColumn<T>> columns, List<T> results) {
        List<ResultColumn<T>> shown =
                columns.stream().filter(column -> !column.header().isEmpty()).toList();
        Table table = new Table();
        for (ResultColumn<T> column : shown) {
            switch (column.kind()) {
                case TEXT -> table.text(column.header());
                case NUMBER -> table.number(column.header());
                case VERDICT -> table.text(column.header(), cell -> verdict(terminal, cell));
            }
        }
        for (T result : results) {
            table.row(
                    shown.stream()
                            .map(column -> Printable.line(column.cell().apply(result)))
                            .toArray(String[]::new));
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
