package dev.socialhub.messaging.inbox;

import dev.socialhub.contracts.event.Topic;
import dev.socialhub.shared.housekeeping.ExpiredRows;
import io.micronaut.context.annotation.Requires;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;

/** Removes claims of events that the bus no longer holds. */
@Singleton
@Requires(beans = ExpiredRows.class)
final class ForgetClaims {

    /** A day more than the bus keeps events, since a record may be read at its very end. */
    private static final String OVER =
            "received_at < now() - interval '%d days'"
                    .formatted(Topic.RETENTION.plusDays(1).toDays());

    private final ExpiredRows rows;

    ForgetClaims(ExpiredRows rows) {
        this.rows = rows;
    }

    @Scheduled(initialDelay = "5m", fixedDelay = "10m")
    void forget() {
        rows.remove("inbox", OVER);
    }
}
