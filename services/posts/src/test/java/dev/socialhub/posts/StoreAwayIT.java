package dev.socialhub.posts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socialhub.posts.FakeAuth.Person;
import dev.socialhub.posts.PostsServer.Answer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StoreAwayIT {

    @Test
    void answersThatItIsUnavailableWhileTheDatabaseIs() throws SQLException {
        try (PostsServer posts =
                PostsServer.start(Map.of("datasources.default.connection-timeout", 500))) {
            Person john = posts.auth.signUp("john", "John Doe");
            Answer post = posts.post(john, "/api/v1/posts", "{\"content\":\"x\"}");

            allowConnections(posts, false);
            for (Answer answer :
                    List.of(
                            posts.get(john, "/api/v1/posts"),
                            posts.get(john, post.header("Location")),
                            posts.delete(john, post.header("Location")),
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

            allowConnections(posts, true);
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() ->
                            assertThat(posts.get(john, post.header("Location")).status())
                                    .isEqualTo(200));
        }
    }

    /** Shuts the door of the service's database, and throws out whoever is in. */
    private static void allowConnections(PostsServer posts, boolean allowed) throws SQLException {
        String url = property(posts, "url");
        int name = url.lastIndexOf('/') + 1;
        String database = url.substring(name);
        try (Connection connection =
                        DriverManager.getConnection(
                                url.substring(0, name) + "postgres",
                                "postgres",
                                property(posts, "password"));
                Statement statement = connection.createStatement()) {
            statement.execute("alter database " + database + " allow_connections " + allowed);
            statement.execute(
                    "select pg_terminate_backend(pid) from pg_stat_activity where datname = '"
                            + database
                            + "'");
        }
    }

    private static String property(PostsServer posts, String name) {
        return posts.server
                .getApplicationContext()
                .getRequiredProperty("datasources.default." + name, String.class);
    }
}
