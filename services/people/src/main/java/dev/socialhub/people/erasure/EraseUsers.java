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

    /** Erases a batch; returns whether there may be more. */
    @Transactional
    boolean eraseSome() {
        Optional<UUID> deleted = tombstones.lockUnerased();
        deleted.ifPresent(this::erase);
        return deleted.isPresent();
    }

    private void erase(UUID userId) {
        boolean more = false;
        for (PersonalData one : data) {
            more |= one.eraseSome(userId);
        }
        if (!more) {
            tombstones.markErased(userId, clock.instant());
            LOG.info("All data of user {} is erased", userId);
        }
    }
}
