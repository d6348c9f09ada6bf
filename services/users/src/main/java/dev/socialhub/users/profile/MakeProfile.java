package dev.socialhub.users.profile;

import dev.socialhub.contracts.account.Account;
import dev.socialhub.contracts.user.UserProfileUpdated;
import dev.socialhub.messaging.outbox.Outbox;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;

/**
 * Makes the profile of an account, or brings it in line with a newer version of it, however many
 * times and in whatever order news of the account comes. A new profile says nothing that the
 * account's own event doesn't say, so only a change is told.
 */
@Singleton
class MakeProfile {

    private final ProfileRepository profiles;
    private final Outbox outbox;
    private final Clock clock;

    MakeProfile(ProfileRepository profiles, Outbox outbox, Clock clock) {
        this.profiles = profiles;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Transactional
    Profile of(Account account) {
        Instant now = clock.instant();
        profiles.addIfMissing(Profile.of(account, now));
        Profile present = profiles.lock(account.id()).orElseThrow();
        Profile current = present.inLineWith(account, now);
        if (current != present) {
            profiles.save(current);
        }
        if (current.version() != present.version()) {
            outbox.append(
                    new UserProfileUpdated(
                            current.userId(),
                            current.username(),
                            current.name(),
                            current.version()));
        }
        return current;
    }
}
