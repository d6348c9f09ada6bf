package dev.socialhub.posts.user;

import dev.socialhub.contracts.user.UserDeleted;
import dev.socialhub.posts.author.ReplicateNames;
import dev.socialhub.posts.tombstone.TombstoneRepository;
import jakarta.inject.Singleton;

/**
 * Hides a deleted user at once and permanently. The remaining data is erased afterwards, in
 * batches, by {@link EraseUsers}.
 */
@Singleton
class HideDeletedUsers {

    private final TombstoneRepository tombstones;
    private final ReplicateNames names;

    HideDeletedUsers(TombstoneRepository tombstones, ReplicateNames names) {
        this.tombstones = tombstones;
        this.names = names;
    }

    /**
     * Begins a transaction that writes data of users. This lock is taken before every other one:
     * taken later, it could cause a deadlock.
     *
     * @param deleting whether the transaction will delete a user
     */
    void lock(boolean deleting) {
        if (deleting) {
            tombstones.holdOffWriters();
        } else {
            tombstones.holdOffDeletions();
        }
    }

    /** Records the deletion; call it while holding the lock for deletions. */
    void hide(UserDeleted event) {
        tombstones.add(event.userId(), event.deletedAt());
        names.project(event);
    }
}
