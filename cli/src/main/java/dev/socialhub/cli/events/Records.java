package dev.socialhub.cli.events;

import dev.socialhub.cli.bus.StoredRecord;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Where an event is looked for. */
interface Records {
    /** The oldest record of it in these topics, those that don't exist aside. */
    Optional<StoredRecord> first(EventId id, Collection<String> topics);

    /** Every record of it there, the oldest first. */
    List<StoredRecord> all(EventId id, Collection<String> topics);
}
