package dev.socialhub.users.erasure;

import dev.socialhub.contracts.user.EdgeKind;
import dev.socialhub.people.erasure.PersonalData;
import dev.socialhub.users.cache.ForgetPeople;
import dev.socialhub.users.graph.PersonLockRepository;
import io.micronaut.core.annotation.Order;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * The follows by and of a deleted user, and the user's counts. The counts of the users at the other
 * ends are reduced. No event is published for the removed follows, since every service receives the
 * deletion itself.
 */
@Singleton
@Order(2)
class EraseFollows implements PersonalData {

    private static final int AT_ONCE = 5_000;

    private final PersonLockRepository locks;
    private final UserDataRepository data;
    private final ForgetPeople forgetPeople;

    EraseFollows(PersonLockRepository locks, UserDataRepository data, ForgetPeople forgetPeople) {
        this.locks = locks;
        this.data = data;
        this.forgetPeople = forgetPeople;
    }

    /** Under the user's lock, so that a concurrent recount doesn't store counts of the user. */
    @Override
    public int eraseSome(UUID userId) {
        locks.alone(List.of(userId));
        List<UUID> others = data.removeFollows(userId, AT_ONCE);
        Set<UUID> changed = new HashSet<>(others);
        changed.add(userId);
        forgetPeople.afterCommit(changed);
        if (others.isEmpty()) {
            data.removeCounts(userId);
        }
        return others.size();
    }

    @Override
    public Map<String, Long> count(UUID userId) {
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("followers", data.countTo(userId, EdgeKind.FOLLOW));
        counts.put("following", data.countFrom(userId, EdgeKind.FOLLOW));
        return counts;
    }
}
