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
 * Erases all that is known of a person, and remembers the id. The others' numbers go down with it;
 * that their edges are gone is told to nobody, since every service hears of the deletion itself.
 */
@Singleton
class EraseUser {

    private final PersonLockRepository locks;
    private final ErasureRepository erasure;
    private final ForgetPeople forgetting;

    EraseUser(PersonLockRepository locks, ErasureRepository erasure, ForgetPeople forgetting) {
        this.locks = locks;
        this.erasure = erasure;
        this.forgetting = forgetting;
    }

    /** Keeps everybody else away from people who are to be erased; the transaction's first deed. */
    void lock(Collection<UUID> people) {
        locks.alone(people);
    }

    /** Erases a locked person in the running transaction. */
    void erase(UUID userId, Instant deletedAt) {
        erasure.remember(userId, deletedAt);
        List<UUID> changed = new ArrayList<>(erasure.removeEdges(userId));
        erasure.removePerson(userId);
        changed.add(userId);
        forgetting.afterCommit(changed);
    }
}
