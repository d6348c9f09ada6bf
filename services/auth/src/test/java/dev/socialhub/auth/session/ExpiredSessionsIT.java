package dev.socialhub.auth.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socialhub.auth.AuthServer;
import org.junit.jupiter.api.Test;

class ExpiredSessionsIT {

    @Test
    void removesOnlySessionsThatAreOver() {
        try (AuthServer auth = AuthServer.start()) {
            String id = auth.signUp("johndoe").at("user.id");
            auth.query("update session set expires_at = now() - interval '1 second'");
            auth.logIn("johndoe", AuthServer.PASSWORD);

            auth.bean(ExpiredSessions.class).remove();

            assertThat(auth.query("select user_id from session")).containsExactly(id);
            assertThat(auth.query("select id from session where expires_at < now()")).isEmpty();
        }
    }
}
