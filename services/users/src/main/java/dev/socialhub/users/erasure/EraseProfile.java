package dev.socialhub.users.erasure;

import dev.socialhub.people.erasure.PersonalData;
import dev.socialhub.users.cache.ForgetPeople;
import dev.socialhub.users.graph.PersonLockRepository;
import io.micronaut.core.annotation.Order;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The profile of a deleted user. Without it the user is invisible to all others, and can't change
 * anything: each change checks under the user's lock that there is a profile.
 */
@Singleton
@Order(1)
class EraseProfile implements PersonalData {

    private final PersonLockRepository locks;
    private final UserDataRepository data;
    private final ForgetPeople forgetPeople;

    EraseProfile(PersonLockRepository locks, UserDataRepository data, ForgetPeople forgetPeople) {
        this.locks = locks;
        this.data = data;
        this.forgetPeople = forgetPeople;
    }

    /** Keeps all other transactions away from these users. */
    @Override
    public void lock(Collection<UUID> userIds) {
        locks.alone(userIds);
    }

    @Override
    public void hide(UUID userId) {
        data.removeProfile(userId);
        forgetPeople.afterCommit(List.of(userId));
    }

    /** Nothing is left of a hidden profile. */
    @Override
    public int eraseSome(UUID userId) {
        return 0;
    }

    @Override
    public Map<String, Long> count(UUID userId) {
        return Map.of("profile", data.countProfiles(userId));
    }
}
