package dev.socialhub.people.tombstone;

import dev.socialhub.shared.housekeeping.ExpiredRows;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.util.StringUtils;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;

/**
 * Removes tombstones of users once no more events of these users can arrive, unless the service
 * keeps them permanently.
 */
@Singleton
@Requires(
        property = "socialhub.people.tombstones-expire",
        value = StringUtils.TRUE,
        defaultValue = StringUtils.TRUE)
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
