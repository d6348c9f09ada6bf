package dev.socialhub.posts.author;

import dev.socialhub.contracts.account.Account;
import dev.socialhub.contracts.user.UserDeleted;
import dev.socialhub.contracts.user.UserProfileUpdated;
import dev.socialhub.contracts.user.UserRegistered;
import dev.socialhub.posts.tombstone.TombstoneRepository;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Keeps the copy of people's names current. */
@Singleton
public class CopyNames {

    private final AuthorRepository authors;
    private final TombstoneRepository tombstones;

    CopyNames(AuthorRepository authors, TombstoneRepository tombstones) {
        this.authors = authors;
        this.tombstones = tombstones;
    }

    /** Takes in an event; deletions are to be held off until the transaction ends. */
    public void project(UserRegistered event) {
        authors.putAccount(event.userId(), event.username(), event.name(), event.version());
    }

    /** Takes in an event; deletions are to be held off until the transaction ends. */
    public void project(UserProfileUpdated event) {
        authors.putProfile(event.userId(), event.username(), event.name(), event.version());
    }

    /**
     * Takes a name away, and with it all that the person ever published from everybody's sight. A
     * post that is being published is waited for; afterwards none can be.
     */
    public void project(UserDeleted event) {
        authors.remove(event.userId());
    }

    /** Takes in what auth says of an account, and gives the author; empty for one who is gone. */
    @Transactional
    Optional<Author> keep(Account account) {
        tombstones.holdOffDeletions();
        authors.putAccount(account.id(), account.username(), account.name(), account.version());
        return authors.findById(account.id());
    }
}
