package dev.socialhub.cli.bus;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Optional;

/**
 * A record read as a CloudEvents envelope, as far as it is one. A missing attribute is an empty
 * text.
 *
 * @param id a UUIDv7
 * @param envelope the whole envelope
 */
public record EventView(
        String id,
        String type,
        String subject,
        String time,
        String traceparent,
        JsonNode envelope) {
    private static final JsonMapper JSON = new JsonMapper();

    /** Empty when the value is no JSON object, which no consumer can process. */
    public static Optional<EventView> of(StoredRecord record) {
        byte[] value = record.value();
        if (value == null) {
            return Optional.empty();
        }
        try {
            JsonNode envelope = JSON.readTree(value);
            return envelope == null || !envelope.isObject()
                    ? Optional.empty()
                    : Optional.of(of(envelope));
        } catch (IOException notJson) {
            return Optional.empty();
        }
    }

    private static EventView of(JsonNode envelope) {
        return new EventView(
                envelope.path("id").asText(),
                envelope.path("type").asText(),
                envelope.path("subject").asText(),
                envelope.path("time").asText(),
                envelope.path("traceparent").asText(),
                envelope);
    }

    /** The data of the event. */
    public JsonNode data() {
        return envelope.path("data");
    }
}
