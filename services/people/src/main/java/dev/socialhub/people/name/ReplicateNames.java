package dev.socialhub.people.name;

import dev.socialhub.contracts.account.PublishedAccount;
import dev.socialhub.contracts.user.UserProfileUpdated;
import dev.socialhub.people.account.AccountReplica;
import dev.socialhub.people.erasure.PersonalData;
import dev.socialhub.people.tombstone.TombstoneRepository;
import io.micronaut.core.annotation.Order;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Keeps the replica of users' names up to date. */
@Singleton
@Order(ReplicateNames.AFTER_THE_SERVICE)
public class ReplicateNames implements AccountReplica, PersonalData {

    /** Operators read what the service itself stores first. */
    static final int AFTER_THE_SERVICE = 1_000;

    private final NameRepository names;
    private final TombstoneRepository tombstones;

    ReplicateNames(NameRepository names, TombstoneRepository tombstones) {
        this.names = names;
        this.tombstones = tombstones;
    }

    @Override
    public void add(PublishedAccount account) {
        names.putAccount(account.id(), account.username(), account.name(), account.version());
    }

    /** Applies an event; the caller must hold off deletions until the transaction ends. */
    public void project(UserProfileUpdated event) {
        names.putProfile(event.userId(), event.username(), event.name(), event.version());
    }

    /** Stores an account that auth returned, and returns the user; empty for a deleted one. */
    @Transactional
    Optional<NamedUser> keep(PublishedAccount account) {
        tombstones.holdOffDeletions();
        add(account);
        return names.findById(account.id());
    }

    /**
     * Removes a user's name, which hides from every reader all rows that are read together with it.
     * Waits for transactions that have locked the name's row; afterwards no other can.
     */
    @Override
    public void hide(UUID userId) {
        names.remove(userId);
    }

    @Override
    public int eraseSome(UUID userId) {
        names.remove(userId);
        return 0;
    }

    @Override
    public Map<String, Long> count(UUID userId) {
        return Map.of("name", names.count(userId));
    }
}
