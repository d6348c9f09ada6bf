package dev.socialhub.messaging.outbox;

import org.jspecify.annotations.Nullable;

/**
 * The events that Kafka has not acknowledged yet.
 *
 * @param oldestAgeSeconds how long the oldest has waited; null when none does
 */
public record OutboxBacklog(long pending, @Nullable Double oldestAgeSeconds) {}
