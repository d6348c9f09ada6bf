package dev.socialhub.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import dev.socialhub.shared.testing.Answer;
import dev.socialhub.shared.testing.RecordedLog;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StoreAwayIT {

    @Test
    void answersThatItIsUnavailableWhileTheDatabaseIs() {
        try (RecordedLog log = new RecordedLog();
                AuthServer auth =
                        AuthServer.start(
                                AuthServer.newDatabase(),
                                Map.of("datasources.default.connection-timeout", 500))) {
            String token = auth.signUp("johndoe").at("token");

            auth.allowConnections(false);
            for (Answer answer :
                    List.of(
                            auth.logIn("johndoe", AuthServer.PASSWORD),
                            auth.post("/api/v1/auth/signup", AuthServer.signUpBody("jane")),
                            auth.get("/api/v1/auth/check/jane"))) {
                assertThat(answer.status()).as(answer.text()).isEqualTo(503);
                assertThat(answer.header("Retry-After")).isEqualTo("1");
                assertThat(answer.at("type")).endsWith(":unavailable");
            }
            assertThat(auth.getAs(token, "/api/v1/auth/verify-user").status()).isEqualTo(200);
            assertThat(auth.get("/.well-known/jwks.json").status()).isEqualTo(200);
            assertThat(auth.get("/health/liveness").status()).isEqualTo(200);
            assertThat(auth.get("/health/readiness").status()).isEqualTo(503);

            auth.allowConnections(true);
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() ->
                            assertThat(auth.logIn("johndoe", AuthServer.PASSWORD).status())
                                    .isEqualTo(200));
            assertThat(log.atLeast(Level.ERROR)).isEmpty();
        }
    }

    @Test
    void acceptsSignUpsWhileKafkaIsAway() {
        try (AuthServer auth =
                AuthServer.start(
                        AuthServer.newDatabase(),
                        Map.of("kafka.bootstrap.servers", "127.0.0.1:1"))) {
            String id = auth.signUp("patient").at("user.id");

            assertThat(auth.query("select record_key from outbox")).containsExactly(id);
            assertThat(auth.get("/health/readiness").status()).isEqualTo(200);
        }
    }
}
