package dev.socialhub.users.cache;

import java.util.Collection;
import java.util.Optional;
import java.util.UUID;

/**
 * One entry per person. Whoever finds none gets a lease to fill it, which every {@link #forget}
 * takes away: so nothing can be put that was read before the last change.
 */
interface Entries {

    /**
     * The entry, or else the lease to fill it under this token; a lease that somebody else holds
     * ends.
     *
     * @throws CacheUnavailable when that can't be known
     */
    Optional<byte[]> find(UUID personId, String token);

    /** Fills an entry if the lease still stands, and doesn't wait to hear whether it did. */
    void fill(UUID personId, String token, byte[] entry);

    /**
     * Removes entries and leases.
     *
     * @throws CacheUnavailable when some may still be there
     */
    void forget(Collection<UUID> people);
}
