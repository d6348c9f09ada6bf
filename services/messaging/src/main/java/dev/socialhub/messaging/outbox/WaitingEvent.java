package dev.socialhub.messaging.outbox;

import java.time.Instant;

/**
 * An event that Kafka has not acknowledged yet.
 *
 * @param since when the transaction that caused it began
 * @param ahead how many events are sent before it
 */
public record WaitingEvent(String topic, String key, int shard, Instant since, long ahead) {}
