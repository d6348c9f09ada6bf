package dev.socialhub.posts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socialhub.shared.testing.Answer;
import dev.socialhub.shared.testing.FakeAuth.Person;
import dev.socialhub.shared.testing.RunningService;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostsIT {

    private RunningService posts;
    private Person john;
    private Person jane;

    @BeforeAll
    void start() {
        posts = RunningService.start("posts");
        john = posts.auth.signUp("john", "John Doe");
        jane = posts.auth.signUp("jane", "Jane Roe");
    }

    @AfterAll
    void stop() {
        posts.close();
    }

    @Test
    void publishesAPostAndShowsIt() {
        Answer created = publish(john, "Hello, world \uD83D\uDC4B", "public");

        assertThat(created.status()).as(created.text()).isEqualTo(201);
        assertThat(created.header("Location")).isEqualTo("/api/v1/posts/" + created.at("id"));
        Answer shown = posts.get(jane, created.location());
        assertThat(shown.status()).isEqualTo(200);
        assertThat(shown.json()).isEqualTo(created.json());
        assertThat(shown.at("author.id")).isEqualTo(john.id().toString());
        assertThat(shown.at("author.username")).isEqualTo("john");
        assertThat(shown.at("author.name")).isEqualTo("John Doe");
        assertThat(shown.at("visibility")).isEqualTo("public");
        assertThat(shown.json().get("editedAt").isNull()).isTrue();
    }

    @Test
    void hidesWhatIsNotPublicFromOthers() {
        Person author = posts.auth.signUp("shy", "Shy");
        for (String visibility : List.of("private", "followers")) {
            String path = publish(author, "for few", visibility).location();

            assertThat(posts.get(author, path).status()).isEqualTo(200);
            assertThat(posts.get(jane, path).status()).isEqualTo(404);
            assertThat(posts.delete(jane, path).status()).isEqualTo(404);
        }
        publish(author, "for all", "public");
        assertThat(posts.get(author, "/api/v1/users/shy/posts").json().get("items").size())
                .isEqualTo(3);
        assertThat(posts.get(jane, "/api/v1/users/shy/posts").json().get("items").size())
                .isEqualTo(1);
        assertThat(posts.get(jane, "/api/v1/posts?limit=100").text()).doesNotContain("for few");
    }

    @Test
    void letsOnlyTheAuthorDeleteAndOnlyOnce() {
        String path = publish(john, "soon gone", "public").location();

        assertThat(posts.delete(jane, path).status()).isEqualTo(403);
        assertThat(posts.delete(john, path).status()).isEqualTo(204);
        assertThat(posts.delete(john, path).status()).isEqualTo(404);
        assertThat(posts.delete(jane, path).status()).isEqualTo(404);
        assertThat(posts.get(john, path).status()).isEqualTo(404);
    }

    @Test
    void walksThroughAListInPages() {
        Person author = posts.auth.signUp("prolific", "Prolific");
        List<String> written = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            written.addFirst(publish(author, "post " + i, "public").at("id"));
        }
        List<String> read = new ArrayList<>();
        String path = "/api/v1/users/Prolific/posts?limit=3";
        while (path != null) {
            Answer page = posts.get(jane, path);
            assertThat(page.status()).isEqualTo(200);
            page.json().get("items").values().forEach(i -> read.add(i.get("id").getStringValue()));
            String link = page.header("Link");
            assertThat(link == null).isEqualTo(page.json().get("nextCursor").isNull());
            path = link == null ? null : link.substring(1, link.indexOf('>'));
        }
        assertThat(read).isEqualTo(written);
    }

    @Test
    void findsUsersByIdAndUsernameBeforeTheirEventsArrive() {
        Person quiet = posts.auth.signUp("quiet", "Quiet");

        for (String name : List.of("quiet", "QUIET", quiet.id().toString())) {
            Answer list = posts.get(jane, "/api/v1/users/" + name + "/posts");
            assertThat(list.status()).isEqualTo(200);
            assertThat(list.text()).isEqualTo("{\"items\":[],\"nextCursor\":null}");
        }
        for (String nobody : List.of("nobody_here", UUID.randomUUID().toString(), "x", "a%20b")) {
            assertThat(posts.get(jane, "/api/v1/users/" + nobody + "/posts").status())
                    .isEqualTo(404);
        }
    }

    @Test
    void treatsATrailingSlashAsNothing() {
        assertThat(posts.get(john, "/api/v1/posts/").status()).isEqualTo(200);
    }

    @Test
    void answersOperatorsAndReadersOfDocumentation() {
        assertThat(posts.get(null, "/health/readiness").text()).contains("UP");
        assertThat(posts.get(null, "/health/liveness").status()).isEqualTo(200);
        assertThat(posts.get(null, "/prometheus").text())
                .contains(
                        "outbox_pending",
                        "outbox_sent_total{topic=\"POST_TOPIC\"}",
                        "cache_gets_total{cache=\"accounts\",result=\"miss\"}",
                        "dependency_up{dependency=\"users\"}",
                        "http_server_requests_seconds_bucket");
        assertThat(posts.get(null, "/").at("service")).isEqualTo("posts");
        assertThat(posts.get(null, "/swagger/socialhub-posts-v1.yml").text())
                .contains("/api/v1/posts/{id}");
    }

    @Test
    void countsWhatIsPublishedAndTakenDownOnce() {
        double published = count("posts.published", "visibility", "private");
        double deleted = count("posts.deleted");
        String key = UUID.randomUUID().toString();
        for (int i = 0; i < 2; i++) {
            Answer post =
                    posts.post(
                            jane,
                            "/api/v1/posts",
                            "{\"content\":\"counted\",\"visibility\":\"private\"}",
                            "Idempotency-Key",
                            key);
            posts.delete(jane, "/api/v1/posts/" + post.at("id"));
        }
        assertThat(count("posts.published", "visibility", "private")).isEqualTo(published + 1);
        assertThat(count("posts.deleted")).isEqualTo(deleted + 1);
    }

    private double count(String name, String... tags) {
        return posts.bean(MeterRegistry.class).get(name).tags(tags).counter().count();
    }

    private Answer publish(Person author, String content, String visibility) {
        return posts.post(
                author,
                "/api/v1/posts",
                "{\"content\":\"%s\",\"visibility\":\"%s\"}".formatted(content, visibility));
    }
}
