package dev.socialhub.posts.author;

import dev.socialhub.contracts.account.PublishedAccount;
import dev.socialhub.contracts.user.UserDeleted;
import dev.socialhub.contracts.user.UserProfileUpdated;
import dev.socialhub.contracts.user.UserRegistered;
import dev.socialhub.posts.tombstone.TombstoneRepository;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Keeps the replica of users' names up to date. */
@Singleton
public class ReplicateNames {

    private final AuthorRepository authors;
    private final TombstoneRepository tombstones;

    ReplicateNames(AuthorRepository authors, TombstoneRepository tombstones) {
        this.authors = authors;
        this.tombstones = tombstones;
    }

    /** Applies an event; the caller must hold off deletions until the transaction ends. */
    public void project(UserRegistered event) {
        authors.putAccount(event.userId(), event.username(), event.name(), event.version());
    }

    /** Applies an event; the caller must hold off deletions until the transaction ends. */
    public void project(UserProfileUpdated event) {
        authors.putProfile(event.userId(), event.username(), event.name(), event.version());
    }

    /**
     * Removes a user's name, which hides all posts of the user from every reader. Waits for a post
     * that is being published; afterwards the user can publish none.
     */
    public void project(UserDeleted event) {
        authors.remove(event.userId());
    }

    /** Stores an account that auth returned, and returns the author; empty for a deleted user. */
    @Transactional
    Optional<Author> keep(PublishedAccount account) {
        tombstones.holdOffDeletions();
        authors.putAccount(account.id(), account.username(), account.name(), account.version());
        return authors.findById(account.id());
    }
}
