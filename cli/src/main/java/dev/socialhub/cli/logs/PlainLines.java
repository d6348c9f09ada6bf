package dev.socialhub.cli.logs;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what PostgreSQL, Redis, Kafka and Java programs write to their output. A line without a
 * time of its own belongs to the moment of the line before it.
 */
final class PlainLines implements LineReader {
    private static final Pattern LEVEL =
            Pattern.compile("\\b(TRACE|DEBUG|INFO|LOG|WARN|WARNING|ERROR|FATAL|PANIC)\\b");
    private static final int LEVEL_WITHIN = 80;
    private static final List<Shape> SHAPES =
            List.of(
                    // PostgreSQL, logback
                    new Shape(
                            "^\\[?(\\d{4}-\\d\\d-\\d\\d[ T]\\d\\d:\\d\\d:\\d\\d[.,]\\d{3})\\]?"
                                    + "( UTC\\b| GMT\\b|Z\\b)?",
                            "yyyy-MM-dd HH:mm:ss.SSS"),
                    // Redis
                    new Shape(
                            "^\\d+:[A-Z] (\\d\\d \\w{3} \\d{4} \\d\\d:\\d\\d:\\d\\d\\.\\d{3})()",
                            "dd MMM yyyy HH:mm:ss.SSS"));

    private final String process;
    private final ZoneId zone;
    private Instant latest;

    /**
     * @param zone in which the process writes its local time
     * @param otherwise the time of lines before the first one with a time
     */
    PlainLines(String process, ZoneId zone, Instant otherwise) {
        this.process = process;
        this.zone = zone;
        this.latest = otherwise;
    }

    @Override
    public LogEntry read(String line) {
        for (Shape shape : SHAPES) {
            Matcher matcher = shape.pattern.matcher(line);
            if (matcher.find()) {
                Optional<Instant> time = time(shape, matcher);
                if (time.isPresent()) {
                    latest = time.get();
                    String rest = line.substring(matcher.end()).strip();
                    String level = level(rest);
                    return LogEntry.plain(latest, level, process, without(level, rest));
                }
            }
        }
        return LogEntry.plain(latest, level(line), process, line);
    }

    private Optional<Instant> time(Shape shape, Matcher matcher) {
        String text = matcher.group(1).replace('T', ' ').replace(',', '.');
        String universal = matcher.group(2);
        ZoneId written = universal == null || universal.isEmpty() ? zone : ZoneOffset.UTC;
        try {
            return Optional.of(LocalDateTime.parse(text, shape.format).atZone(written).toInstant());
        } catch (DateTimeException notATime) {
            return Optional.empty();
        }
    }

    /** The level is shown in a column of its own. */
    private static String without(String level, String text) {
        return !level.isEmpty() && text.startsWith(level + " ")
                ? text.substring(level.length()).strip()
                : text;
    }

    private static String level(String text) {
        Matcher matcher = LEVEL.matcher(text.substring(0, Math.min(text.length(), LEVEL_WITHIN)));
        return matcher.find() ? matcher.group(1) : "";
    }

    private record Shape(Pattern pattern, DateTimeFormatter format) {
        Shape(String regex, String format) {
            this(Pattern.compile(regex), DateTimeFormatter.ofPattern(format, Locale.ENGLISH));
        }
    }
}
