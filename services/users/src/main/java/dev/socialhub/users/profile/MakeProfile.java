package dev.socialhub.users.profile;

import dev.socialhub.contracts.account.PublishedAccount;
import dev.socialhub.contracts.user.UserProfileUpdated;
import dev.socialhub.messaging.outbox.Outbox;
import dev.socialhub.people.account.AccountReplica;
import dev.socialhub.users.cache.ForgetPeople;
import dev.socialhub.users.graph.PersonLockRepository;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Creates the profile of an account, or updates it from a newer version of the account, however
 * often and in whatever order the account's data arrives. A new profile contains nothing beyond the
 * account's own event, so only a change is published.
 */
@Singleton
public class MakeProfile implements AccountReplica {

    private final ProfileRepository profiles;
    private final PersonLockRepository locks;
    private final Outbox outbox;
    private final ForgetPeople forgetPeople;
    private final Clock clock;

    MakeProfile(
            ProfileRepository profiles,
            PersonLockRepository locks,
            Outbox outbox,
            ForgetPeople forgetPeople,
            Clock clock) {
        this.profiles = profiles;
        this.locks = locks;
        this.outbox = outbox;
        this.forgetPeople = forgetPeople;
        this.clock = clock;
    }

    /** The profile; empty for an account that is known to have been deleted. */
    @Transactional
    Optional<Profile> of(PublishedAccount account) {
        // A concurrent erasure happens either before the tombstone is checked, or after the profile
        // is stored.
        locks.keep(account.id());
        if (profiles.isDeleted(account.id())) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        profiles.addIfMissing(Profile.of(account, now));
        Profile present = profiles.lock(account.id()).orElseThrow();
        Profile current = present.updatedFrom(account, now);
        if (!current.equals(present)) {
            profiles.save(current);
            forgetPeople.afterCommit(List.of(current.userId()));
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

    @Override
    @Transactional
    public void add(PublishedAccount account) {
        of(account);
    }

    /** Does the same, and returns whether there is a profile now. */
    @Transactional
    public boolean from(PublishedAccount account) {
        return of(account).isPresent();
    }
}
