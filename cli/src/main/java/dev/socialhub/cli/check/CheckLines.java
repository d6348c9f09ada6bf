package dev.socialhub.cli.check;

import dev.socialhub.cli.check.Finding.Status;
import dev.socialhub.cli.terminal.Colour;
import dev.socialhub.cli.terminal.Terminal;
import java.util.List;
import java.util.Locale;

/**
 * How results of checks are printed: a mark, the name, the finding, the duration if long, the fix.
 */
public final class CheckLines {
    private static final int MAX_FOUND_WIDTH = 60;
    private static final String FIX = "fix: ";

    private final Terminal terminal;
    private final String margin;

    /**
     * @param margin blanks before every line
     */
    public CheckLines(Terminal terminal, String margin) {
        this.terminal = terminal;
        this.margin = margin;
    }

    /** One line for each check, and one more with the fix of each that isn't fine. */
    public String of(List<CheckResult> results) {
        int name = widest(results.stream().map(CheckResult::name).toList());
        int found =
                Math.min(
                        MAX_FOUND_WIDTH, widest(results.stream().map(CheckResult::found).toList()));
        StringBuilder text = new StringBuilder();
        for (CheckResult result : results) {
            text.append(margin)
                    .append(mark(result.status()))
                    .append(' ')
                    .append(padded(result.name(), name))
                    .append("  ")
                    .append(padded(result.found(), found))
                    .append(terminal.paint(Colour.FAINT, "%8d ms".formatted(result.millis())))
                    .append('\n');
            if (result.fix() != null) {
                text.append(margin)
                        .append(" ".repeat(terminal.colour() ? 4 : 7))
                        .append(FIX)
                        .append(result.fix())
                        .append('\n');
            }
        }
        return text.toString();
    }

    private static int widest(List<String> texts) {
        return texts.stream().mapToInt(String::length).max().orElse(1);
    }

    private static String padded(String text, int width) {
        return String.format(Locale.ROOT, "%-" + Math.max(1, width) + "s", text);
    }

    private String mark(Status status) {
        if (!terminal.colour()) {
            return padded(status.name(), 4);
        }
        return switch (status) {
            case ok -> Colour.GOOD.paint("✔");
            case warn -> Colour.WARNING.paint("!");
            case fail -> Colour.BAD.paint("✘");
            case skip -> Colour.FAINT.paint("-");
        };
    }
}
