package dev.socialhub.people.erasure;

import dev.socialhub.people.tombstone.TombstoneRepository;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Erases the data of deleted users, in batches that each commit separately: a crash loses none of
 * them, no lock is held for long, and several instances share the work.
 */
@Singleton
class EraseUsers {

    private static final Logger LOG = LoggerFactory.getLogger(EraseUsers.class);

    private final TombstoneRepository tombstones;
    private final List<PersonalData> data;
    private final Clock clock;

    EraseUsers(TombstoneRepository tombstones, List<PersonalData> data, Clock clock) {
        this.tombstones = tombstones;
        this.data = data;
        this.clock = clock;
    }

    /** Erases a batch of each kind of a user's data; returns the number of users found. */
    @Transactional
    int eraseSome() {
        Optional<UUID> deleted = tombstones.lockUnerased();
        deleted.ifPresent(this::erase);
        return deleted.isPresent() ? 1 : 0;
    }

    private void erase(UUID userId) {
        int found = data.stream().mapToInt(one -> one.eraseSome(userId)).sum();
        if (found == 0) {
            tombstones.markErased(userId, clock.instant());
            LOG.info("All data of user {} is erased", userId);
        }
    }
}
