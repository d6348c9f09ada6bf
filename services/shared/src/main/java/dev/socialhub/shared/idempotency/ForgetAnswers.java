package dev.socialhub.shared.idempotency;

import dev.socialhub.shared.housekeeping.ExpiredRows;
import io.micronaut.context.annotation.Requires;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;

/** Removes first answers after a day. */
@Singleton
@Requires(beans = ExpiredRows.class)
final class ForgetAnswers {

    private final ExpiredRows rows;

    ForgetAnswers(ExpiredRows rows) {
        this.rows = rows;
    }

    @Scheduled(initialDelay = "5m", fixedDelay = "10m")
    void forget() {
        rows.remove("idempotency", "created_at < now() - interval '24 hours'");
    }
}
