package dev.socialhub.users.count;

import dev.socialhub.users.cache.ForgetPeople;
import dev.socialhub.users.graph.PersonLockRepository;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.UUID;

/** Counts people's follows anew, while others follow and what they leave behind is folded. */
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
     * Locks, and then counts in a statement of its own, which sees what was there when it began.
     */
    @Transactional
    void recount(Collection<UUID> people) {
        locks.keep(people);
        recounts.lock(people);
        recounts.settle(people);
        forgetting.afterCommit(people);
    }
}
