package dev.socialhub.posts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import dev.socialhub.shared.testing.Answer;
import dev.socialhub.shared.testing.FakeAuth.Person;
import dev.socialhub.shared.testing.RecordedLog;
import dev.socialhub.shared.testing.RunningService;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StoreAwayIT {

    @Test
    void answersThatItIsUnavailableWhileTheDatabaseIs() {
        try (RecordedLog log = new RecordedLog();
                RunningService posts =
                        RunningService.start(
                                "posts", Map.of("datasources.default.connection-timeout", 500))) {
            Person john = posts.auth.signUp("john", "John Doe");
            Answer post = posts.post(john, "/api/v1/posts", "{\"content\":\"x\"}");

            posts.database.allowConnections(false);
            for (Answer answer :
                    List.of(
                            posts.get(john, "/api/v1/posts"),
                            posts.get(john, post.location()),
                            posts.delete(john, post.location()),
                            posts.post(john, "/api/v1/posts", "{\"content\":\"x\"}"),
                            posts.post(
                                    john,
                                    "/api/v1/posts",
                                    "{\"content\":\"x\"}",
                                    "Idempotency-Key",
                                    "k"))) {
                assertThat(answer.status()).as(answer.text()).isEqualTo(503);
                assertThat(answer.header("Retry-After")).isEqualTo("1");
                assertThat(answer.at("type")).endsWith(":unavailable");
            }
            assertThat(posts.get(null, "/health/readiness").status()).isEqualTo(503);

            posts.database.allowConnections(true);
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() ->
                            assertThat(posts.get(john, post.location()).status()).isEqualTo(200));
            assertThat(log.atLeast(Level.ERROR)).isEmpty();
        }
    }
}
