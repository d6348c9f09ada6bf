package dev.socialhub.messaging.outbox;

/**
 * Events that wait for Kafka and are sent in one order.
 *
 * @param oldestAgeSeconds how long the first of them has waited
 */
public record Lane(String topic, int shard, long pending, double oldestAgeSeconds) {}
