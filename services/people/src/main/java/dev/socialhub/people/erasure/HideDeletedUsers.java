package dev.socialhub.people.erasure;

import dev.socialhub.contracts.user.UserDeleted;
import dev.socialhub.people.tombstone.TombstoneRepository;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * Hides a deleted user at once and permanently. The remaining data is erased afterwards, in
 * batches, by {@link EraseUsers}.
 */
@Singleton
public class HideDeletedUsers {

    private final TombstoneRepository tombstones;
    private final List<PersonalData> data;

    HideDeletedUsers(TombstoneRepository tombstones, List<PersonalData> data) {
        this.tombstones = tombstones;
        this.data = data;
    }

    /**
     * Begins a transaction that writes data of users. This lock is taken before every other one:
     * taken later, it could cause a deadlock.
     *
     * @param deleted the users that the transaction will delete
     */
    public void lock(Collection<UUID> deleted) {
        if (deleted.isEmpty()) {
            tombstones.holdOffDeletions();
        } else {
            tombstones.holdOffWriters();
            data.forEach(one -> one.lock(deleted));
        }
    }

    /** Records the deletion; call it while holding the lock for deletions. */
    public void hide(UserDeleted event) {
        tombstones.add(event.userId(), event.deletedAt());
        data.forEach(one -> one.hide(event.userId()));
    }
}
