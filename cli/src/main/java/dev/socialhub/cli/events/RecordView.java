package dev.socialhub.cli.events;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.JsonNode;
import dev.socialhub.cli.bus.EventView;
import dev.socialhub.cli.bus.StoredRecord;
import dev.socialhub.contracts.event.Event;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A record as a document.
 *
 * @param time when it was written, ISO-8601
 * @param headers the last one of each name, as text
 * @param problem why it is no event, so that no consumer can handle it; null when it is an event
 * @param event the whole envelope; null when it isn't even JSON
 * @param value base64 of the bytes that aren't JSON; null when they are, or when there are none
 */
@JsonPropertyOrder({
    "topic",
    "partition",
    "offset",
    "time",
    "key",
    "headers",
    "problem",
    "event",
    "value"
})
record RecordView(
        String topic,
        int partition,
        long offset,
        String time,
        String key,
        Map<String, String> headers,
        @Nullable String problem,
        @Nullable JsonNode event,
        @Nullable String value) {

    static RecordView of(StoredRecord record) {
        Optional<EventView> event = EventView.of(record);
        Map<String, String> headers = new LinkedHashMap<>();
        record.headers().forEach(header -> headers.put(header.name(), header.text()));
        byte[] value = record.value();
        return new RecordView(
                record.partition().topic(),
                record.partition().number(),
                record.offset(),
                record.time().toString(),
                record.keyText(),
                headers,
                problem(record, event),
                event.map(EventView::envelope).orElse(null),
                event.isPresent() || value == null
                        ? null
                        : Base64.getEncoder().encodeToString(value));
    }

    private static @Nullable String problem(StoredRecord record, Optional<EventView> event) {
        if (record.value() == null) {
            return "no value";
        }
        if (event.isEmpty()) {
            return "not JSON";
        }
        boolean whole =
                event.get().envelope().path("specversion").asText().equals(Event.SPEC_VERSION)
                        && !event.get().type().isEmpty()
                        && EventId.parse(event.get().id()).isPresent();
        return whole ? null : "not a CloudEvents 1.0 envelope";
    }
}
