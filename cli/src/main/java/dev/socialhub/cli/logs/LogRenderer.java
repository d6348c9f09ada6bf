package dev.socialhub.cli.logs;

import dev.socialhub.cli.terminal.Colour;
import dev.socialhub.cli.terminal.Terminal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Set;

/** An entry as lines for people: time, level, process, request id, message, stack trace. */
final class LogRenderer {
    private static final DateTimeFormatter TIME_FORMAT =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSS");
    private static final DateTimeFormatter DATE_TIME_FORMAT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS");
    private static final Set<String> ERRORS = Set.of("ERROR", "FATAL", "PANIC");
    private static final Set<String> WARNINGS = Set.of("WARN", "WARNING");

    private final Terminal terminal;
    private final Clock clock;
    private final int nameWidth;

    /**
     * @param nameWidth of the longest process name
     */
    LogRenderer(Terminal terminal, Clock clock, int nameWidth) {
        this.terminal = terminal;
        this.clock = clock;
        this.nameWidth = nameWidth;
    }

    /** The entry's lines, each ending with a line break. */
    String render(LogEntry entry) {
        StringBuilder text = new StringBuilder();
        text.append(terminal.paint(Colour.FAINT, time(entry)))
                .append(' ')
                .append(level(entry.level()))
                .append(' ')
                .append(terminal.paint(Colour.STRONG, padded(entry.process(), nameWidth)))
                .append(' ');
        if (!entry.requestId().isEmpty()) {
            text.append(terminal.paint(Colour.FAINT, "[" + sanitized(entry.requestId()) + "]"))
                    .append(' ');
        }
        text.append(sanitized(entry.message()).replace("\n", "\n    ")).append('\n');
        entry.more().forEach(line -> text.append("    ").append(sanitized(line)).append('\n'));
        return text.toString();
    }

    private String time(LogEntry entry) {
        ZonedDateTime time = entry.time().atZone(clock.getZone());
        boolean today = time.toLocalDate().equals(LocalDate.now(clock));
        return (today ? TIME_FORMAT : DATE_TIME_FORMAT).format(time);
    }

    private String level(String level) {
        String upper = level.toUpperCase(Locale.ROOT);
        String text = padded(upper.equals("WARNING") ? "WARN" : upper, 5);
        if (ERRORS.contains(upper)) {
            return terminal.paint(Colour.BAD, text);
        }
        return WARNINGS.contains(upper) ? terminal.paint(Colour.WARNING, text) : text;
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }

    /**
     * Without control characters: text that users send may be logged, and must not move the
     * operator's cursor or change the window's title.
     */
    private static String sanitized(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        text.codePoints()
                .map(character ->
                        Character.isISOControl(character) && character != '\t' && character != '\n'
                                ? '\uFFFD'
                                : character)
                .forEach(safe::appendCodePoint);
        return safe.toString();
    }
}
