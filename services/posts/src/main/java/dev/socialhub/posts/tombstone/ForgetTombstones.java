package dev.socialhub.posts.tombstone;

import dev.socialhub.shared.housekeeping.ExpiredRows;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;

/** Removes tombstones of users once no more events of these users can arrive. */
@Singleton
final class ForgetTombstones {

    private final ExpiredRows rows;

    ForgetTombstones(ExpiredRows rows) {
        this.rows = rows;
    }

    /** Removes tombstones after far longer than the retention time of events. */
    @Scheduled(initialDelay = "5m", fixedDelay = "1h")
    void forget() {
        rows.remove("deleted_user", "erased_at < now() - interval '30 days'");
    }
}
