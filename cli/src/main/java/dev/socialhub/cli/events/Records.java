package dev.socialhub.cli.events;

import dev.socialhub.cli.bus.StoredRecord;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Where events are searched for. */
interface Records {
    /** The oldest record of the event in these topics, ignoring topics that don't exist. */
    Optional<StoredRecord> first(EventId id, Collection<String> topics);

    /** Every record of the event in these topics, the oldest first. */
    List<StoredRecord> all(EventId id, Collection<String> topics);
}
