package dev.socialhub.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socialhub.auth.password.HeldHashing;
import dev.socialhub.shared.testing.Answer;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class OverloadIT {

    private static final Map<String, Object> ONE_AT_A_TIME =
            Map.of(
                    "test.held-hashing", true,
                    "socialhub.hashing.threads", 1,
                    "socialhub.hashing.queue-per-thread", 1);

    @Test
    void asksClientsToRetryInASecondWhenTooManyAreWaiting() throws Exception {
        try (AuthServer auth = AuthServer.start(AuthServer.newDatabase(), ONE_AT_A_TIME);
                ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Answer> served = callers.submit(() -> auth.logIn("one", "x"));
            await().until(() -> gauge(auth, "password.hashing.active") == 1);
            Future<Answer> waiting = callers.submit(() -> auth.logIn("two", "x"));
            await().until(() -> gauge(auth, "password.hashing.queued") == 1);

            Answer refusedLogin = auth.logIn("three", "x");
            Answer refusedSignUp = auth.post("/api/v1/auth/signup", AuthServer.signUpBody("four"));

            for (Answer refused : new Answer[] {refusedLogin, refusedSignUp}) {
                assertThat(refused.status()).isEqualTo(503);
                assertThat(refused.at("type")).endsWith(":overloaded");
                assertThat(refused.header("Retry-After")).isBetween("1", "3");
                assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
            }
            assertThat(auth.get("/api/v1/auth/check/four").at("available")).isEqualTo("true");
            assertThat(auth.get("/prometheus").text())
                    .contains("password_hashing_rejected_total 2.0")
                    .contains("logins_total{result=\"rejected\"} 1.0")
                    .contains("sign_ups_total 0.0");

            auth.bean(HeldHashing.class).release.countDown();
            assertThat(served.get().status()).isEqualTo(401);
            assertThat(waiting.get().status()).isEqualTo(401);
        }
    }

    private static double gauge(AuthServer auth, String name) {
        return auth.bean(MeterRegistry.class).get(name).gauge().value();
    }
}
