package dev.socialhub.users.replica;

import dev.socialhub.contracts.user.EdgeSnapshot;
import java.util.Collection;
import java.util.List;

/** The blocks, and ends of blocks, that Kafka hasn't accepted in time. */
interface UnsentBlocks {

    /** The events' numbers in the outbox. */
    List<Long> numbers();

    /** The edges after the events with these numbers; events sent in the meantime are missing. */
    List<EdgeSnapshot> read(Collection<Long> numbers);
}
