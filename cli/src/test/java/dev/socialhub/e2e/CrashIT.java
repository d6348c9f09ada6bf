package dev.socialhub.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.socialhub.cli.CommandOutcome;
import dev.socialhub.testkit.fault.ProcessFaults;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Processes die at the worst moment; what was acknowledged is kept, and takes effect once. */
class CrashIT {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Duration SECONDS = Duration.ofSeconds(5);

    private final PlatformUnderTest platform = PlatformUnderTest.shared();

    @Test
    void postsGoOnWithoutKafkaAndEachIsNotifiedOnceAfterwards() {
        Client.Person author = platform.gateway().signUp();
        platform.kill("kafka");
        List<String> posted = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            posted.add(publish(author, "while Kafka is away " + i));
        }
        platform.up();
        awaitOneNotificationEach(author, posted);
    }

    @Test
    void aBlockAndItsEndReachPostsWithoutKafkaAndStayAfterwards() {
        Client.Person author = platform.gateway().signUp();
        Client.Person reader = platform.gateway().signUp();
        String post = "/api/v1/posts/" + publish(author, "not for everybody");
        String block = "/api/v1/users/" + reader.id() + "/block";
        assertThat(reader.client().get(post).status()).isEqualTo(200);

        platform.kill("kafka");
        assertThat(author.client().send("PUT", block, null).status()).isEqualTo(200);
        await().atMost(SECONDS).until(() -> reader.client().get(post).status() == 404);
        assertThat(author.client().send("DELETE", block, null).status()).isEqualTo(200);
        await().atMost(SECONDS).until(() -> reader.client().get(post).status() == 200);
        assertThat(author.client().send("PUT", block, null).status()).isEqualTo(200);
        await().atMost(SECONDS).until(() -> reader.client().get(post).status() == 404);

        platform.up();
        CommandOutcome flushed = platform.ctl("outbox", "flush", "--timeout", "1m");
        assertThat(flushed.exitCode()).as(flushed.err()).isZero();
        assertThat(reader.client().get(post).status()).isEqualTo(404);
        CommandOutcome verified =
                platform.ctl("projections", "verify", "posts", "--projection", "edges");
        assertThat(verified.exitCode()).as(verified.out() + verified.err()).isZero();
    }

    @Test
    void eventsAreNotifiedOnceWhenMongoDbDiesWhileTheyAreWritten() {
        Client.Person author = platform.gateway().signUp();
        List<String> posted = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            posted.add(publish(author, "while MongoDB dies " + i));
            if (i == 30) {
                platform.kill("mongodb");
            }
        }
        platform.up();
        awaitOneNotificationEach(author, posted);
    }

    @Test
    void aPostWhoseAnswerWasLostIsNotMadeAgain() throws Exception {
        Client.Person author = platform.gateway().signUp();
        Map<String, String> body = Map.of("content", "committed, never answered");
        Client client = author.client().with("Idempotency-Key", "lost-answer");
        ProcessHandle posts = platform.process("posts");
        try (Connection database = platform.database("posts")) {
            delayCommits(database);
            CompletableFuture<Client.Answer> lost = client.postAsync("/api/v1/posts", body);
            await().atMost(SOON).until(() -> isCommitting(database));
            ProcessFaults.kill(posts);
            assertThat(
                            lost.handle((answer, error) -> error != null || answer.status() >= 500)
                                    .join())
                    .as("the client was told nothing good")
                    .isTrue();
            await().atMost(SOON).until(() -> !isCommitting(database));
            commitAtOnce(database);
        }
        platform.up();
        Client.Answer again = client.post("/api/v1/posts", body);
        assertThat(again.status()).as(again.text()).isEqualTo(201);
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(postsOf(author)).containsExactly(again.json().get("id").asText());
        awaitOneNotificationEach(author, List.of(again.json().get("id").asText()));
    }

    @Test
    void fiftyRequestsWithOneKeyMakeOnePost() {
        Client.Person author = platform.gateway().signUp();
        Client client = author.client().with("Idempotency-Key", "fifty");
        Map<String, String> body = Map.of("content", "only one of these");
        List<CompletableFuture<Client.Answer>> answers =
                IntStream.range(0, 50)
                        .mapToObj(i -> client.postAsync("/api/v1/posts", body))
                        .toList();
        List<Client.Answer> all = answers.stream().map(CompletableFuture::join).toList();
        assertThat(all).extracting(Client.Answer::status).isSubsetOf(201, 409, 503).contains(201);
        assertThat(
                        all.stream()
                                .filter(a -> a.status() == 201)
                                .map(a -> a.json().get("id"))
                                .distinct())
                .hasSize(1);
        assertThat(all.stream().filter(a -> a.status() == 201))
                .filteredOn(a -> a.header("Idempotent-Replayed") == null)
                .hasSize(1);
        assertThat(all.stream().filter(a -> a.status() != 201))
                .allSatisfy(a -> assertThat(a.header("Retry-After")).isNotNull());
        // A service that has just started may be too slow for so many at the same time.
        assertThat(all.stream().filter(a -> a.status() == 503))
                .allSatisfy(a -> assertThat(a.json().get("type").asText()).endsWith("overloaded"));
        assertThat(postsOf(author)).hasSize(1);

        Client.Answer other = client.post("/api/v1/posts", Map.of("content", "something else"));
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.json().get("type").asText()).endsWith("idempotency-key-reused");
        assertThat(postsOf(author)).hasSize(1);
    }

    private String publish(Client.Person author, String content) {
        Client.Answer answer = author.client().post("/api/v1/posts", Map.of("content", content));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json().get("id").asText();
    }

    private List<String> postsOf(Client.Person author) {
        return items(author, "/api/v1/users/" + author.username() + "/posts?limit=100").stream()
                .map(item -> item.get("id").asText())
                .toList();
    }

    private void awaitOneNotificationEach(Client.Person author, List<String> posts) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(notifiedPosts(author)).containsAll(posts));
        assertThat(notifiedPosts(author)).containsExactlyInAnyOrderElementsOf(posts);
    }

    private List<String> notifiedPosts(Client.Person person) {
        return items(person, "/api/v1/notifications?limit=100").stream()
                .filter(item -> item.get("message").asText().equals("You created a new post!"))
                .map(item -> item.at("/entity/id").asText())
                .toList();
    }

    private static List<JsonNode> items(Client.Person person, String path) {
        Client.Answer answer = person.client().get(path);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        List<JsonNode> items = new ArrayList<>();
        answer.json().get("items").forEach(items::add);
        return items;
    }

    /**
     * Makes every commit of a keyed request take three seconds, so that its client can be killed
     * meanwhile.
     */
    private static void delayCommits(Connection database) throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.execute(
                    """
                    create or replace function public.take_its_time() returns trigger
                    language plpgsql as 'begin perform pg_sleep(3); return null; end'\
                    """);
            statement.execute(
                    """
                    create constraint trigger slow_commit after insert on idempotency
                    deferrable initially deferred for each row
                    execute function public.take_its_time()\
                    """);
        }
    }

    private static void commitAtOnce(Connection database) throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.execute("drop trigger slow_commit on idempotency");
            statement.execute("drop function public.take_its_time()");
        }
    }

    private static boolean isCommitting(Connection database) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                """
                                select exists (select 1 from pg_stat_activity
                                where datname = 'posts_db' and state = 'active'
                                and upper(query) like 'COMMIT%')\
                                """)) {
            return row.next() && row.getBoolean(1);
        }
    }
}
