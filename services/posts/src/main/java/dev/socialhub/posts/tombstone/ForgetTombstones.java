package dev.socialhub.posts.tombstone;

import dev.socialhub.shared.housekeeping.ExpiredRows;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;

/** Forgets who is gone, when no event of theirs can come any more. */
@Singleton
final class ForgetTombstones {

    private final ExpiredRows rows;

    ForgetTombstones(ExpiredRows rows) {
        this.rows = rows;
    }

    /** Far more than the bus keeps events for. */
    @Scheduled(initialDelay = "5m", fixedDelay = "1h")
    void forget() {
        rows.remove("deleted_user", "erased_at < now() - interval '30 days'");
    }
}
