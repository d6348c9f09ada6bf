package dev.socialhub.auth.session;

import dev.socialhub.shared.housekeeping.Batches;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;

/** Removes sessions that can no longer be refreshed. */
@Singleton
final class ExpiredSessions {

    private static final int BATCH = 5_000;

    private final SessionRepository sessions;

    ExpiredSessions(SessionRepository sessions) {
        this.sessions = sessions;
    }

    @Scheduled(initialDelay = "7m", fixedDelay = "10m")
    void remove() {
        Batches.untilEmpty(() -> sessions.removeExpired(BATCH));
    }
}
