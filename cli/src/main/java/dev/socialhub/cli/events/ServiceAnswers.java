package dev.socialhub.cli.events;

import dev.socialhub.cli.events.Trace.Waiting;
import dev.socialhub.contracts.event.ConsumerGroup;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What services say of an event. */
interface ServiceAnswers {
    /** Where it still waits for Kafka. */
    List<Waiting> waiting(EventId id);

    /** When a group has claimed it; empty if it hasn't, or doesn't claim. */
    Optional<Instant> claimedAt(ConsumerGroup group, EventId id);

    /** Why some couldn't be asked, one line each. */
    List<String> unasked();
}
