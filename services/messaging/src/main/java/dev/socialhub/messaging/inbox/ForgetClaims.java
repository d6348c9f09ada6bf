package dev.socialhub.messaging.inbox;

import dev.socialhub.shared.housekeeping.ExpiredRows;
import io.micronaut.context.annotation.Requires;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;

/** Removes claims of events that the bus no longer holds. */
@Singleton
@Requires(beans = ExpiredRows.class)
final class ForgetClaims {

    private final ExpiredRows rows;

    ForgetClaims(ExpiredRows rows) {
        this.rows = rows;
    }

    /** A day more than the retention, since a record may be read at its very end. */
    @Scheduled(initialDelay = "5m", fixedDelay = "10m")
    void forget() {
        rows.remove("inbox", "received_at < now() - interval '8 days'");
    }
}
