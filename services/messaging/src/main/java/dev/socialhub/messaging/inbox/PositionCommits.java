package dev.socialhub.messaging.inbox;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells Kafka how far each partition is handled: five times a second, and before a partition
 * changes hands. Kafka's automatic commits contain the epoch of the partition's leader. If the
 * topic is then deleted and created again, that epoch makes every later client ignore the new
 * topic's leaders, which begin at epoch 0, and so never read those partitions. These commits have
 * no epoch. Used by the thread that polls alone.
 */
final class PositionCommits {

    private static final Logger LOG = LoggerFactory.getLogger(PositionCommits.class);
    private static final Duration INTERVAL = Duration.ofMillis(200);
    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    private final LongSupplier nanos;
    private final Map<TopicPartition, Long> pending = new HashMap<>();
    private long committedAt;

    /**
     * @param nanos a clock that only goes forward
     */
    PositionCommits(LongSupplier nanos) {
        this.nanos = nanos;
        this.committedAt = nanos.getAsLong();
    }

    /**
     * Records how far a partition is handled.
     *
     * @param next the offset of the first record that is not
     */
    void handled(TopicPartition partition, long next) {
        pending.put(partition, next);
    }

    /** Commits without waiting, if the last commit was long enough ago. */
    void commitIfDue(Consumer<?, ?> client) {
        long now = nanos.getAsLong();
        if (pending.isEmpty() || now - committedAt < INTERVAL.toNanos()) {
            return;
        }
        committedAt = now;
        Map<TopicPartition, OffsetAndMetadata> offsets = take(pending.keySet());
        client.commitAsync(
                offsets,
                (_, error) -> {
                    if (error != null) {
                        LOG.debug(
                                "Positions are committed again, since Kafka did not accept them",
                                error);
                        keep(client, offsets);
                    }
                });
    }

    /** A later commit repeats what failed, unless the partition has moved on or is gone. */
    private void keep(Consumer<?, ?> client, Map<TopicPartition, OffsetAndMetadata> offsets) {
        offsets.forEach((partition, offset) -> {
            if (client.assignment().contains(partition)) {
                pending.putIfAbsent(partition, offset.offset());
            }
        });
    }

    /**
     * Commits before these partitions change hands. If Kafka doesn't take it, the next owner gets
     * some records again, which the inbox stops.
     */
    void commitBeforeRevoked(Consumer<?, ?> client, Collection<TopicPartition> partitions) {
        Map<TopicPartition, OffsetAndMetadata> offsets = take(partitions);
        if (offsets.isEmpty()) {
            return;
        }
        try {
            client.commitSync(offsets, TIMEOUT);
        } catch (WakeupException | InterruptException e) {
            throw e;
        } catch (KafkaException e) {
            LOG.info(
                    "Some records will be delivered again, since Kafka did not accept {}: {}",
                    offsets,
                    e.toString());
        }
    }

    /** These partitions have another owner already. */
    void forget(Collection<TopicPartition> partitions) {
        pending.keySet().removeAll(partitions);
    }

    private Map<TopicPartition, OffsetAndMetadata> take(Collection<TopicPartition> partitions) {
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        for (TopicPartition partition : List.copyOf(partitions)) {
            Long next = pending.remove(partition);
            if (next != null) {
                offsets.put(partition, new OffsetAndMetadata(next));
            }
        }
        return offsets;
    }
}
