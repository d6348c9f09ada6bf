package dev.socialhub.cli.deadletters;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.socialhub.cli.bus.EventView;
import dev.socialhub.cli.bus.StoredRecord;
import dev.socialhub.cli.terminal.Printable;
import dev.socialhub.contracts.event.EventHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A dead letter as it is shown.
 *
 * @param place where it is stored, {@code topic-partition@offset}
 * @param origin where the record was first stored; empty if that wasn't recorded
 * @param type of the event; empty if it is no event
 * @param event the value, if it is JSON
 * @param text the value otherwise; null for JSON, or no value at all
 */
@JsonPropertyOrder({"place", "time", "key", "reason", "origin", "type", "headers", "event", "text"})
record DeadLetter(
        String place,
        String time,
        String key,
        String reason,
        String origin,
        String type,
        Map<String, String> headers,
        @Nullable JsonNode event,
        @Nullable String text) {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int MAX_TEXT_LENGTH = 2_000;

    static DeadLetter of(StoredRecord record) {
        Optional<EventView> event = EventView.of(record);
        Map<String, String> headers = new TreeMap<>();
        record.headers()
                .forEach(header ->
                        headers.put(
                                Printable.line(header.name()),
                                Printable.line(record.header(header.name()).orElse(""))));
        byte[] value = record.value();
        return new DeadLetter(
                record.place(),
                record.time().toString(),
                Printable.line(record.keyText()),
                reason(record),
                Printable.line(record.header(EventHeaders.DEAD_LETTER_ORIGIN).orElse("")),
                Printable.line(event.map(EventView::type).orElse("")),
                headers,
                event.map(EventView::envelope).orElse(null),
                event.isPresent() || value == null ? null : text(value));
    }

    static String reason(StoredRecord record) {
        return Printable.line(
                record.header(EventHeaders.DEAD_LETTER_REASON).orElse("no reason given"));
    }

    /** The kind of error without its details, such as {@code MalformedEvent}. */
    static String kind(StoredRecord record) {
        return reason(record).split(":", 2)[0];
    }

    /** Several lines for people, ending with a line break. */
    String lines() {
        StringBuilder lines = new StringBuilder();
        lines.append(place).append("  ").append(time).append('\n');
        lines.append("  key     ").append(key.isEmpty() ? "none" : key).append('\n');
        lines.append("  reason  ").append(reason).append('\n');
        lines.append("  origin  ").append(origin.isEmpty() ? "unknown" : origin).append('\n');
        headers.forEach((name, value) -> {
            if (!name.equals(EventHeaders.DEAD_LETTER_REASON)
                    && !name.equals(EventHeaders.DEAD_LETTER_ORIGIN)) {
                lines.append("  header  ").append(name).append(": ").append(value).append('\n');
            }
        });
        body().lines()
                .map(Printable::line)
                .forEach(line -> lines.append("    ").append(line).append('\n'));
        return lines.toString();
    }

    private String body() {
        if (event != null) {
            try {
                return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(event);
            } catch (JsonProcessingException unwritable) {
                throw new IllegalStateException(unwritable);
            }
        }
        return text == null ? "no value" : text;
    }

    private static String text(byte[] value) {
        String text = Printable.line(new String(value, StandardCharsets.UTF_8));
        return text.length() <= MAX_TEXT_LENGTH
                ? text
                : text.substring(0, MAX_TEXT_LENGTH) + "… (%d bytes)".formatted(value.length);
    }
}
