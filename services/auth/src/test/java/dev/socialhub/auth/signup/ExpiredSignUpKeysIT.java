package dev.socialhub.auth.signup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socialhub.auth.AuthServer;
import org.junit.jupiter.api.Test;

class ExpiredSignUpKeysIT {

    @Test
    void removesOnlyKeysWhoseDayIsOver() {
        try (AuthServer auth = AuthServer.start()) {
            auth.signUp("yesterday", "Idempotency-Key", "old");
            auth.query("update signup_key set created_at = now() - interval '25 hours'");
            auth.signUp("today", "Idempotency-Key", "new");

            auth.bean(ExpiredSignUpKeys.class).remove();

            assertThat(auth.query("select key from signup_key")).containsExactly("new");
        }
    }
}
