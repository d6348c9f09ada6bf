package dev.socialhub.users.profile;

import dev.socialhub.contracts.user.UserProfileUpdated;
import dev.socialhub.messaging.outbox.Outbox;
import dev.socialhub.people.account.ResolveUser;
import dev.socialhub.users.cache.ForgetPeople;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/**
 * Changes only the fields that the owner of a profile requests, under the row's lock, so that
 * concurrent edits of different fields all survive.
 */
@Singleton
class EditProfile {

    private final ProfileRepository profiles;
    private final Outbox outbox;
    private final ForgetPeople forgetPeople;
    private final Clock clock;

    EditProfile(ProfileRepository profiles, Outbox outbox, ForgetPeople forgetPeople, Clock clock) {
        this.profiles = profiles;
        this.outbox = outbox;
        this.forgetPeople = forgetPeople;
        this.clock = clock;
    }

    /**
     * Edits a profile that existed a moment ago.
     *
     * @throws dev.socialhub.shared.problem.ProblemException 401 when it no longer exists
     */
    @Transactional
    Profile edit(UUID userId, ProfileEdit edit) {
        Profile present = profiles.lock(userId).orElseThrow(ResolveUser::deletedCaller);
        Profile edited = present.edited(edit.normalised(), clock.instant());
        if (!edited.equals(present)) {
            profiles.save(edited);
            forgetPeople.afterCommit(List.of(userId));
            outbox.append(
                    new UserProfileUpdated(
                            userId, edited.username(), edited.name(), edited.version()));
        }
        return edited;
    }
}
