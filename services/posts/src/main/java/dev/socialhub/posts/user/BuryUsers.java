package dev.socialhub.posts.user;

import dev.socialhub.contracts.user.UserDeleted;
import dev.socialhub.posts.author.CopyNames;
import dev.socialhub.posts.tombstone.TombstoneRepository;
import jakarta.inject.Singleton;

/**
 * Takes somebody out of sight at once, for good. What they leave behind is erased afterwards, a
 * batch at a time, by {@link EraseUsers}.
 */
@Singleton
class BuryUsers {

    private final TombstoneRepository tombstones;
    private final CopyNames names;

    BuryUsers(TombstoneRepository tombstones, CopyNames names) {
        this.tombstones = tombstones;
        this.names = names;
    }

    /**
     * Begins a transaction that writes of people. The lock comes before every other: taken later it
     * could wait for somebody who waits for us.
     *
     * @param deleting whether somebody is going to be buried in it
     */
    void lock(boolean deleting) {
        if (deleting) {
            tombstones.holdOffWriters();
        } else {
            tombstones.holdOffDeletions();
        }
    }

    /** Call it under the lock that was taken for it. */
    void bury(UserDeleted event) {
        tombstones.add(event.userId(), event.deletedAt());
        names.project(event);
    }
}
