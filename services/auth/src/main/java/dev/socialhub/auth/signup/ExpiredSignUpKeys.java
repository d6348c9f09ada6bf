package dev.socialhub.auth.signup;

import dev.socialhub.shared.housekeeping.Batches;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;

/** Removes sign-up keys after their day. */
@Singleton
final class ExpiredSignUpKeys {

    private static final int BATCH = 5_000;

    private final SignUpKeyRepository keys;

    ExpiredSignUpKeys(SignUpKeyRepository keys) {
        this.keys = keys;
    }

    @Scheduled(initialDelay = "6m", fixedDelay = "10m")
    void remove() {
        Batches.untilEmpty(() -> keys.removeExpired(BATCH));
    }
}
