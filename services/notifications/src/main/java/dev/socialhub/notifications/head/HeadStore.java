package dev.socialhub.notifications.head;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The heads of all rows. Every change only ever adds (a greater number, one more mark), so changes
 * may come from anywhere, at the same time and twice.
 */
public interface HeadStore {

    /** The head, or {@link Head#EMPTY}. */
    Head find(UUID owner);

    /** Where these rows end, as far as is known; those without a head are missing. */
    Map<UUID, RowEnding> endings(Collection<UUID> owners);

    /** The last known numbers; users without one are missing. */
    default Map<UUID, Long> lastSeqs(Collection<UUID> owners) {
        Map<UUID, Long> lastSeqs = new HashMap<>();
        endings(owners).forEach((owner, ending) -> lastSeqs.put(owner, ending.lastSeq()));
        return lastSeqs;
    }

    /** Makes known that these numbers are taken. */
    void raise(Map<UUID, Long> lastSeqs);

    /** Marks some as read, and returns what stands then. */
    Head read(UUID owner, Collection<Long> seqs);

    /**
     * Marks all up to one as read and drops marks that it makes superfluous; returns what stands
     * then.
     */
    Head readUpTo(UUID owner, long seq, Collection<Long> superfluous);

    /**
     * Records that all up to a number have expired, and so are read as well; drops marks and states
     * that this makes superfluous. Returns the resulting head.
     */
    Head expire(UUID owner, long seq, Collection<Long> superfluous);

    /**
     * Raises the states of notifications, by owner and number, to these; makes known that their
     * numbers are taken.
     */
    void retract(Map<UUID, Map<Long, Long>> states);

    /**
     * Remembers permanently that this user is deleted, and forgets their marks and states. Their
     * head is {@link Head#EMPTY} from now on; the last known number stays, since a concurrent
     * writer relies on it.
     */
    void close(UUID owner, Instant at);

    /** When this user was deleted; empty for a user that is not deleted. */
    Optional<Instant> closedAt(UUID owner);

    /** Those of these users that are deleted. */
    default Set<UUID> closed(Collection<UUID> owners) {
        Set<UUID> closed = new HashSet<>();
        endings(owners)
                .forEach((owner, ending) -> {
                    if (ending.closed()) {
                        closed.add(owner);
                    }
                });
        return closed;
    }

    /**
     * Where a row ends.
     *
     * @param lastSeq the last known number
     * @param closed whether its owner is deleted, and nothing may be added
     */
    record RowEnding(long lastSeq, boolean closed) {}
}
