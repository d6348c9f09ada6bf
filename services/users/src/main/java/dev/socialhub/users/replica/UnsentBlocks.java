package dev.socialhub.users.replica;

import dev.socialhub.contracts.user.EdgeSnapshot;
import java.util.Collection;
import java.util.List;

/** The blocks, and ends of blocks, that Kafka hasn't taken in time. */
interface UnsentBlocks {

    /** Their numbers. */
    List<Long> numbers();

    /**
     * The edges as they stand after the events of these numbers; those sent meanwhile are missing.
     */
    List<EdgeSnapshot> read(Collection<Long> numbers);
}
