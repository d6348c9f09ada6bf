package dev.socialhub.messaging.inbox;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.errors.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How far a consumer has come, as Kafka is told: a few times a second, all partitions in one
 * request. What it wasn't told comes again after a crash, to no further effect.
 */
final class Commits {

    private static final Logger LOG = LoggerFactory.getLogger(Commits.class);
    private static final Duration INTERVAL = Duration.ofMillis(200);

    /** Whoever takes a partition over waits meanwhile. */
    private static final Duration AT_PARTING = Duration.ofSeconds(2);

    private final String group;
    private final LongSupplier nanos;
    private final Map<TopicPartition, OffsetAndMetadata> untold = new HashMap<>();
    private long toldAt;

    /**
     * @param nanos a clock that only goes forward
     */
    Commits(String group, LongSupplier nanos) {
        this.group = group;
        this.nanos = nanos;
        this.toldAt = nanos.getAsLong();
    }

    /**
     * Everything of a partition before an offset is handled.
     *
     * @param next the first that isn't
     */
    void handled(TopicPartition partition, long next) {
        untold.put(partition, new OffsetAndMetadata(next));
    }

    void whenDue(Consumer<?, ?> client) {
        if (untold.isEmpty() || nanos.getAsLong() - toldAt < INTERVAL.toNanos()) {
            return;
        }
        try {
            client.commitSync(untold);
        } catch (CommitFailedException | RebalanceInProgressException e) {
            // Whoever has the partitions now handles these events again, to no further effect.
            LOG.info("{} lost partitions before its commit", group);
        }
        untold.clear();
        toldAt = nanos.getAsLong();
    }

    /** Before others have these partitions. */
    void giveAway(Consumer<?, ?> client, Collection<TopicPartition> partitions) {
        Map<TopicPartition, OffsetAndMetadata> theirs = new HashMap<>(untold);
        theirs.keySet().retainAll(partitions);
        untold.keySet().removeAll(partitions);
        if (theirs.isEmpty()) {
            return;
        }
        try {
            client.commitSync(theirs, AT_PARTING);
        } catch (CommitFailedException | RebalanceInProgressException | TimeoutException e) {
            LOG.info("{} lost {} before its commit", group, theirs.keySet());
        }
    }

    /** A new connection goes on from what Kafka was told. */
    void forgetAll() {
        untold.clear();
    }
}
