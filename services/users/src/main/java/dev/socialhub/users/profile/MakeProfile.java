package dev.socialhub.users.profile;

import dev.socialhub.contracts.account.Account;
import dev.socialhub.contracts.user.UserProfileUpdated;
import dev.socialhub.messaging.outbox.Outbox;
import dev.socialhub.users.cache.ForgetPeople;
import dev.socialhub.users.graph.PersonLockRepository;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Makes the profile of an account, or brings it in line with a newer version of it, however many
 * times and in whatever order news of the account comes. A new profile says nothing that the
 * account's own event doesn't say, so only a change is told.
 */
@Singleton
public class MakeProfile {

    private final ProfileRepository profiles;
    private final PersonLockRepository locks;
    private final Outbox outbox;
    private final ForgetPeople forgetting;
    private final Clock clock;

    MakeProfile(
            ProfileRepository profiles,
            PersonLockRepository locks,
            Outbox outbox,
            ForgetPeople forgetting,
            Clock clock) {
        this.profiles = profiles;
        this.locks = locks;
        this.outbox = outbox;
        this.forgetting = forgetting;
        this.clock = clock;
    }

    /** The profile; none for an account that is known to have been deleted. */
    @Transactional
    Optional<Profile> of(Account account) {
        // An erasure at the same moment comes before the look at the tombstone, or after the
        // profile.
        locks.keep(account.id());
        if (profiles.isDeleted(account.id())) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        profiles.addIfMissing(Profile.of(account, now));
        Profile present = profiles.lock(account.id()).orElseThrow();
        Profile current = present.inLineWith(account, now);
        if (!current.equals(present)) {
            profiles.save(current);
            forgetting.afterCommit(List.of(current.userId()));
        }
        if (current.version() != present.version()) {
            outbox.append(
                    new UserProfileUpdated(
                            current.userId(),
                            current.username(),
                            current.name(),
                            current.version()));
        }
        return Optional.of(current);
    }

    /** The same from an event; says whether there is a profile now. */
    @Transactional
    public boolean from(Account account) {
        return of(account).isPresent();
    }
}
