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
    private final ForgetPeople forgetting;

    RecountFollows(
            PersonLockRepository locks, RecountRepository recounts, ForgetPeople forgetting) {
        this.locks = locks;
        this.recounts = recounts;
        this.forgetting = forgetting;
    }

    /**
     * Locks first, and then counts in a second statement, which sees the state at its own start.
     */
    @Transactional
    void recount(Collection<UUID> people) {
        locks.keep(people);
        recounts.lock(people);
        recounts.settle(people);
        forgetting.afterCommit(people);
    }
}
