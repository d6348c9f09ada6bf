package dev.socialhub.users.account;

import dev.socialhub.users.cache.ForgetPeople;
import dev.socialhub.users.graph.PersonLockRepository;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * Erases all data about a user, and remembers the id. The counts of the users at the other ends of
 * the edges are reduced. No event is published for the removed edges, since every service receives
 * the deletion itself.
 */
@Singleton
class EraseUser {

    private final PersonLockRepository locks;
    private final ErasureRepository erasure;
    private final ForgetPeople forgetPeople;

    EraseUser(PersonLockRepository locks, ErasureRepository erasure, ForgetPeople forgetPeople) {
        this.locks = locks;
        this.erasure = erasure;
        this.forgetPeople = forgetPeople;
    }

    /**
     * Keeps other transactions away from users that are to be erased; call it first in the
     * transaction.
     */
    void lock(Collection<UUID> userIds) {
        locks.alone(userIds);
    }

    /** Erases a locked user in the running transaction. */
    void erase(UUID userId, Instant deletedAt) {
        erasure.remember(userId, deletedAt);
        List<UUID> changed = new ArrayList<>(erasure.removeEdges(userId));
        erasure.removePerson(userId);
        changed.add(userId);
        forgetPeople.afterCommit(changed);
    }
}
