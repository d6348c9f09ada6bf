package dev.socialhub.users.count;

import dev.socialhub.users.cache.ForgetPeople;
import dev.socialhub.users.graph.PersonLockRepository;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.UUID;

/** Recomputes users' follow counts, while others follow and deltas are folded. */
@Singleton
class RecountFollows {

    private final PersonLockRepository locks;
    private final RecountRepository recounts;
    private final ForgetPeople forgetPeople;

    RecountFollows(
            PersonLockRepository locks, RecountRepository recounts, ForgetPeople forgetPeople) {
        this.locks = locks;
        this.recounts = recounts;
        this.forgetPeople = forgetPeople;
    }

    /**
     * Locks first, and then counts in a second statement, which sees the state at its own start.
     */
    @Transactional
    void recount(Collection<UUID> userIds) {
        locks.keep(userIds);
        recounts.lock(userIds);
        recounts.settle(userIds);
        forgetPeople.afterCommit(userIds);
    }
}
