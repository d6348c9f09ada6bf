package dev.socialhub.cli.events;

import dev.socialhub.cli.events.Trace.Waiting;
import dev.socialhub.contracts.event.ConsumerGroup;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What services report about an event. */
interface ServiceAnswers {
    /** The outboxes where it still waits for Kafka. */
    List<Waiting> waiting(EventId id);

    /** When a group claimed it; empty if the group hasn't, or doesn't record claims. */
    Optional<Instant> claimedAt(ConsumerGroup group, EventId id);

    /** Why some services couldn't be asked, one line each. */
    List<String> unasked();
}
