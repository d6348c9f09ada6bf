package dev.socialhub.messaging.inbox;

import dev.socialhub.contracts.event.Topic;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** A consumer group's reaction to events. Implement it as a bean; the kit runs its poll loop. */
public interface EventConsumer {

    /** The consumer group, part of the names of its dead-letter topics. */
    String group();

    Set<Topic> topics();

    ReplayPolicy replayPolicy();

    /**
     * Takes events of one partition, in their order. Each may have been seen before. When this
     * throws a transient error, the same events come again until it doesn't; after any other error
     * they come one by one, and the one that keeps failing goes to the dead-letter topic.
     */
    void handle(List<ReceivedEvent> events);

    /**
     * How long records may gather after some have come: a poll, and what follows from it, costs
     * about the same for one as for fifty. The first after a silence is handled at once.
     */
    default Duration gather() {
        return Duration.ofMillis(10);
    }

    /** Whether an error of this consumer's own store will pass by itself. */
    default boolean isTransient(Throwable error) {
        return false;
    }
}
