package dev.socialhub.posts.assist;

import dev.socialhub.people.erasure.PersonalData;
import dev.socialhub.shared.housekeeping.ExpiredRows;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.UUID;

/** Removes the usage of past days, and that of deleted users. */
@Singleton
class ForgetUsage implements PersonalData {

    private final AllowanceRepository allowances;
    private final ExpiredRows rows;

    ForgetUsage(AllowanceRepository allowances, ExpiredRows rows) {
        this.allowances = allowances;
        this.rows = rows;
    }

    @Scheduled(initialDelay = "10m", fixedDelay = "1h")
    void forget() {
        rows.remove("assist_usage", "day < (now() at time zone 'UTC')::date");
    }

    @Override
    public int eraseSome(UUID userId) {
        allowances.remove(userId);
        return 0;
    }

    @Override
    public Map<String, Long> count(UUID userId) {
        return Map.of("days with generated texts", allowances.count(userId));
    }
}
