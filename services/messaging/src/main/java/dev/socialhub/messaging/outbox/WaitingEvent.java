package dev.socialhub.messaging.outbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event that Kafka has not acknowledged yet.
 *
 * @param since when the transaction that caused it began
 * @param traceparent the trace context that it bears; null when no request caused it
 * @param ahead how many events are sent before it
 */
public record WaitingEvent(
        String topic,
        String key,
        int shard,
        Instant since,
        @Nullable String traceparent,
        long ahead) {}
