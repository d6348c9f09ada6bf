package dev.socialhub.contracts.event;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A CloudEvents 1.0 event.
 *
 * @param id a UUIDv7; a consumer has seen an event when it has seen its id
 * @param time when it happened, UTC
 * @param traceparent the W3C trace context of the request that caused it
 */
public record Event(UUID id, Instant time, @Nullable String traceparent, EventData data) {

    public static final String SPEC_VERSION = "1.0";

    public EventType type() {
        return EventType.of(data);
    }
}
