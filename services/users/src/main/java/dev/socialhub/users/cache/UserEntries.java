package dev.socialhub.users.cache;

import java.util.Collection;
import java.util.Optional;
import java.util.UUID;

/**
 * One entry per user. A reader that finds no entry gets a lease to fill it. Every {@link #forget}
 * removes the lease, so no data can be stored that was read before the last change.
 */
interface UserEntries {

    /**
     * Returns the entry, or else grants the lease to fill it to this token; another reader's lease
     * ends.
     *
     * @throws CacheUnavailable when that can't be determined
     */
    Optional<byte[]> find(UUID userId, String token);

    /** Fills an entry if the lease is still valid, and doesn't wait for the result. */
    void fill(UUID userId, String token, byte[] entry);

    /**
     * Removes entries and leases.
     *
     * @throws CacheUnavailable when some may still exist
     */
    void forget(Collection<UUID> userIds);
}
