package dev.socialhub.users.count;

import dev.socialhub.ops.counter.table.RecountHooks;
import dev.socialhub.users.cache.ForgetPeople;
import dev.socialhub.users.graph.PersonLockRepository;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.UUID;

/** Keeps users from being erased while their counts are corrected. */
@Singleton
class RecountUsers implements RecountHooks {

    private final PersonLockRepository locks;
    private final ForgetPeople forgetPeople;

    RecountUsers(PersonLockRepository locks, ForgetPeople forgetPeople) {
        this.locks = locks;
        this.forgetPeople = forgetPeople;
    }

    @Override
    public void lock(Collection<UUID> ids) {
        locks.keep(ids);
    }

    @Override
    public void recounted(Collection<UUID> ids) {
        forgetPeople.afterCommit(ids);
    }
}
