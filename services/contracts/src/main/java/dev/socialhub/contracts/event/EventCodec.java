package dev.socialhub.contracts.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.annotation.Serdeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Converts events to and from CloudEvents' structured JSON. */
public final class EventCodec {

    private final JsonMapper json;

    public EventCodec(JsonMapper json) {
        this.json = json;
    }

    /** The event as UTF-8 JSON. */
    public byte[] encode(Event event) {
        EventData data = event.data();
        EventType type = event.type();
        try {
            return json.writeValueAsBytes(
                    new Envelope(
                            Event.SPEC_VERSION,
                            event.id().toString(),
                            type.typeName(),
                            type.source(),
                            data.subject(),
                            event.time().toString(),
                            data.partitionKey(),
                            event.traceparent(),
                            json.writeValueToTree(data)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads an event.
     *
     * @return empty when this build doesn't know the type, which a newer producer may send at any
     *     time
     * @throws MalformedEvent when these bytes can never be read as an event
     */
    public Optional<Event> decode(byte[] bytes) {
        try {
            Envelope envelope = json.readValue(bytes, Envelope.class);
            if (envelope == null
                    || !Event.SPEC_VERSION.equals(envelope.specversion())
                    || envelope.type() == null) {
                throw new MalformedEvent("not a CloudEvents 1.0 envelope", null);
            }
            Optional<EventType> type = EventType.named(envelope.type());
            if (type.isEmpty()) {
                return Optional.empty();
            }
            EventData data =
                    json.readValueFromTree(envelope.data(), Argument.of(type.get().record()));
            if (data == null || data.subject() == null) {
                throw new MalformedEvent("no data", null);
            }
            return Optional.of(
                    new Event(
                            UUID.fromString(envelope.id()),
                            Instant.parse(envelope.time()),
                            envelope.traceparent(),
                            data));
        } catch (IOException | RuntimeException e) {
            throw e instanceof MalformedEvent malformed
                    ? malformed
                    : new MalformedEvent("not an event: " + e.getClass().getSimpleName(), e);
        }
    }

    @Serdeable
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Envelope(
            String specversion,
            String id,
            String type,
            String source,
            String subject,
            String time,
            String partitionkey,
            @Nullable String traceparent,
            JsonNode data) {}
}
