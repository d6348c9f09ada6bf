package dev.socialhub.cli.events;

import com.fasterxml.jackson.databind.JsonNode;
import dev.socialhub.cli.terminal.Colour;
import dev.socialhub.cli.terminal.Documents;
import dev.socialhub.cli.terminal.OutputFormat;
import dev.socialhub.cli.terminal.Printable;
import dev.socialhub.cli.terminal.Terminal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.stream.Collectors;

/** Formats records for people. */
final class EventLines {
    private static final DateTimeFormatter TIME_FORMAT =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSS");
    private static final DateTimeFormatter DATE_TIME_FORMAT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS");
    private static final int MAX_DATA_LENGTH = 120;

    private final Terminal terminal;
    private final Clock clock;

    /**
     * @param clock its zone is that in which times are shown
     */
    EventLines(Terminal terminal, Clock clock) {
        this.terminal = terminal;
        this.clock = clock;
    }

    /** Time, place, type, key and the beginning of the data, with a line break. */
    String brief(RecordView record) {
        JsonNode event = record.event();
        String problem = record.problem();
        String type =
                problem == null && event != null
                        ? terminal.paint(
                                Colour.STRONG,
                                "%-20s".formatted(Printable.line(event.path("type").asText())))
                        : terminal.paint(Colour.BAD, "poison: " + problem);
        return "%s %-22s %s %s %s%n"
                .formatted(
                        terminal.paint(Colour.FAINT, time(Instant.parse(record.time()))),
                        Printable.line(place(record)),
                        type,
                        Printable.line(record.key(), 60),
                        Printable.line(content(record), MAX_DATA_LENGTH));
    }

    /** All of a record, in many lines. */
    String whole(ShownEvent shown) {
        RecordView record = shown.record();
        StringBuilder text = new StringBuilder();
        text.append(
                "%s, key %s, written %s%n"
                        .formatted(
                                terminal.paint(Colour.STRONG, Printable.line(place(record))),
                                record.key().isEmpty() ? "none" : Printable.line(record.key()),
                                record.time()));
        if (!shown.copies().isEmpty()) {
            text.append("also at ")
                    .append(
                            shown.copies().stream()
                                    .map(RecordPosition::text)
                                    .collect(Collectors.joining(", ")))
                    .append('\n');
        }
        record.headers()
                .forEach((name, value) ->
                        text.append("header ")
                                .append(Printable.line(name + ": " + value))
                                .append('\n'));
        String problem = record.problem();
        if (problem != null) {
            text.append(terminal.paint(Colour.BAD, "poison: " + problem)).append('\n');
        }
        JsonNode event = record.event();
        if (event == null) {
            return text.append(Printable.line(content(record))).append('\n').toString();
        }
        Documents.write(OutputFormat.json, event)
                .lines()
                .forEach(line -> text.append(Printable.line(line)).append('\n'));
        return text.toString();
    }

    private String time(Instant time) {
        ZonedDateTime at = time.atZone(clock.getZone());
        boolean today = at.toLocalDate().equals(LocalDate.now(clock));
        return (today ? TIME_FORMAT : DATE_TIME_FORMAT).format(at);
    }

    private static String place(RecordView record) {
        return record.topic() + "-" + record.partition() + "@" + record.offset();
    }

    private static String content(RecordView record) {
        JsonNode event = record.event();
        if (event != null) {
            return (event.has("data") ? event.path("data") : event).toString();
        }
        String value = record.value();
        return value == null
                ? ""
                : new String(Base64.getDecoder().decode(value), StandardCharsets.UTF_8);
    }
}
