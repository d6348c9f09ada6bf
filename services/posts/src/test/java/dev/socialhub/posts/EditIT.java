package dev.socialhub.posts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socialhub.contracts.event.Topic;
import dev.socialhub.contracts.post.PostUpdated;
import dev.socialhub.contracts.post.Visibility;
import dev.socialhub.contracts.user.FollowCreated;
import dev.socialhub.shared.testing.Answer;
import dev.socialhub.shared.testing.Bus;
import dev.socialhub.shared.testing.Concurrently;
import dev.socialhub.shared.testing.FakeAuth.Person;
import dev.socialhub.shared.testing.RunningService;
import java.net.http.HttpRequest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EditIT {

    private RunningService posts;
    private Bus bus;
    private Person john;
    private Person jane;

    @BeforeAll
    void start() {
        posts = RunningService.start("posts");
        bus = new Bus();
        john = posts.auth.signUp("john", "John Doe");
        jane = posts.auth.signUp("jane", "Jane Roe");
    }

    @AfterAll
    void stop() {
        bus.close();
        posts.close();
    }

    @Test
    void editsAPostAndPublishesIt() {
        Answer created = publish("first #one", "public");
        Answer edited = edit(john, created, "{\"content\":\"second #Two #two\"}");

        assertThat(edited.status()).as(edited.text()).isEqualTo(200);
        assertThat(edited.at("content")).isEqualTo("second #Two #two");
        assertThat(edited.json().get("hashtags").toString()).isEqualTo("[\"Two\"]");
        assertThat(edited.at("createdAt")).isEqualTo(created.at("createdAt"));
        assertThat(Instant.parse(edited.at("editedAt")))
                .isAfter(Instant.parse(created.at("createdAt")));
        assertThat(posts.get(jane, created.location()).json()).isEqualTo(edited.json());
        await().untilAsserted(() -> assertThat(bus.about(Topic.POST, created.at("id"))).hasSize(2));
        assertThat(bus.about(Topic.POST, created.at("id")).getLast())
                .isEqualTo(
                        new PostUpdated(
                                UUID.fromString(created.at("id")),
                                john.id(),
                                "john",
                                "second #Two #two",
                                Visibility.PUBLIC,
                                Instant.parse(created.at("createdAt")),
                                List.of("Two"),
                                Instant.parse(edited.at("editedAt")),
                                2));
    }

    @Test
    void refusesOthersAndBadFields() {
        Answer post = publish("mine", "public");
        Answer secret = publish("secret", "private");
        String body = "{\"content\":\"yours\"}";

        assertThat(edit(jane, post, body).status()).isEqualTo(403);
        assertThat(edit(jane, secret, body).status()).isEqualTo(404);
        assertThat(posts.patch(john, "/api/v1/posts/" + UUID.randomUUID(), body).status())
                .isEqualTo(404);
        for (String bad :
                List.of(
                        "{\"content\":\"\"}",
                        "{\"content\":\"" + "x".repeat(5_001) + "\"}",
                        "{\"visibility\":\"all\"}",
                        "{\"visibility\":\"\"}",
                        "{\"sensitive\":true}")) {
            assertThat(edit(john, post, bad).status()).as(bad).isEqualTo(422);
        }
        assertThat(posts.get(jane, post.location()).at("content")).isEqualTo("mine");
    }

    @Test
    void changesNothingWithoutAChange() {
        Answer post = publish("as it was", "public");
        String tag = tag(john, post);

        for (String same :
                List.of(
                        "{}",
                        "{\"content\":null}",
                        "{\"content\":\"as it was\"}",
                        "{\"visibility\":\"public\"}")) {
            Answer answer = edit(john, post, same);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("ETag")).isEqualTo(tag);
            assertThat(answer.json()).isEqualTo(post.json());
        }
    }

    @Test
    void editsOnlyTheVersionThatTheClientExpects() {
        Answer post = publish("one", "public");
        String first = tag(john, post);
        Answer second = edit(john, post, "{\"content\":\"two\"}", "If-Match", first);
        assertThat(second.status()).isEqualTo(200);

        for (String stale : List.of(first, "W/" + second.header("ETag"), "\"2\"", "2", "\"x\"")) {
            Answer answer = edit(john, post, "{\"content\":\"three\"}", "If-Match", stale);
            assertThat(answer.status()).as(stale).isEqualTo(412);
            assertThat(answer.at("type")).endsWith(":precondition-failed");
        }
        assertThat(edit(jane, post, "{}", "If-Match", first).status()).isEqualTo(403);
        assertThat(posts.get(john, post.location()).at("content")).isEqualTo("two");
        // The tag of another viewer, whose view differs, is one of the same version.
        posts.send(
                jane,
                posts.request(post.location() + "/bookmark")
                        .PUT(HttpRequest.BodyPublishers.noBody()));
        String other = tag(jane, post);
        assertThat(other).isNotEqualTo(second.header("ETag"));
        String several = first + " , " + other;
        assertThat(edit(john, post, "{\"content\":\"3\"}", "If-Match", several).status())
                .isEqualTo(200);
        assertThat(edit(john, post, "{\"content\":\"4\"}", "If-Match", "*").status())
                .isEqualTo(200);
    }

    @Test
    void losesNoneOfManyEditsOfOneVersion() throws Exception {
        Answer post = publish("start", "public");
        String tag = tag(john, post);
        List<Integer> statuses =
                Concurrently.run(
                        12,
                        i ->
                                edit(john, post, "{\"content\":\"" + i + "\"}", "If-Match", tag)
                                        .status());

        assertThat(statuses).containsOnlyOnce(200).containsOnly(200, 412);
        assertThat(history(john, post)).hasSize(2);
    }

    @Test
    void answers304UntilTheViewChanges() {
        Answer post = publish("read often", "public");
        String tag = tag(jane, post);
        assertThat(tag).matches("\"1-[A-Za-z0-9_-]{22}\"");

        for (String known : List.of(tag, "W/" + tag, "\"x\", " + tag, "*")) {
            Answer same = conditional(jane, post, known);
            assertThat(same.status()).as(known).isEqualTo(304);
            assertThat(same.header("ETag")).isEqualTo(tag);
            assertThat(same.text()).isEmpty();
        }
        edit(john, post, "{\"content\":\"edited\"}");
        Answer changed = conditional(jane, post, tag);
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.at("content")).isEqualTo("edited");
        assertThat(changed.header("ETag")).isNotEqualTo(tag);
    }

    @Test
    void keepsTheLastFiveVersions() {
        Answer post = publish("version 1", "public");
        for (int i = 2; i <= 7; i++) {
            edit(john, post, "{\"content\":\"version " + i + "\"}");
        }

        assertThat(history(jane, post))
                .containsExactly(
                        "7 version 7", "6 version 6", "5 version 5", "4 version 4", "3 version 3");
        Answer answer = posts.get(jane, post.location() + "/history");
        assertThat(answer.at("items.0.at"))
                .isEqualTo(posts.get(jane, post.location()).at("editedAt"));

        posts.delete(john, post.location());
        assertThat(posts.get(john, post.location() + "/history").status()).isEqualTo(404);
        assertThat(
                        posts.database.query(
                                "select 1 from post_version where post_id = '"
                                        + post.at("id")
                                        + "'"))
                .isEmpty();
    }

    @Test
    void showsEachVersionToThoseThatItWasFor() {
        Answer post = publish("a draft", "private");
        edit(john, post, "{\"content\":\"for followers\",\"visibility\":\"followers\"}");
        edit(john, post, "{\"content\":\"for all\",\"visibility\":\"public\"}");
        Person follower = posts.auth.signUp("follower", "Follower");
        bus.send(new FollowCreated(follower.id(), "follower", john.id(), Instant.now(), 1));

        await().untilAsserted(() ->
                assertThat(history(follower, post))
                        .containsExactly("3 for all", "2 for followers"));
        assertThat(history(jane, post)).containsExactly("3 for all");
        assertThat(history(john, post))
                .containsExactly("3 for all", "2 for followers", "1 a draft");
        edit(john, post, "{\"visibility\":\"private\"}");
        assertThat(posts.get(jane, post.location() + "/history").status()).isEqualTo(404);
    }

    private List<String> history(Person viewer, Answer post) {
        Answer answer = posts.get(viewer, post.location() + "/history");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json().get("items").values().stream()
                .map(item ->
                        item.get("version").coerceStringValue()
                                + " "
                                + item.get("content").coerceStringValue())
                .toList();
    }

    private String tag(Person viewer, Answer post) {
        return String.valueOf(posts.get(viewer, post.location()).header("ETag"));
    }

    private Answer conditional(Person viewer, Answer post, String known) {
        return posts.send(
                viewer, posts.request(post.location()).header("If-None-Match", known).GET());
    }

    private Answer edit(Person editor, Answer post, String body, String... headers) {
        HttpRequest.Builder request =
                posts.request("/api/v1/posts/" + post.at("id"))
                        .header("Content-Type", "application/json")
                        .method("PATCH", HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return posts.send(editor, request);
    }

    private Answer publish(String content, String visibility) {
        return posts.post(
                john,
                "/api/v1/posts",
                "{\"content\":\"%s\",\"visibility\":\"%s\"}".formatted(content, visibility));
    }
}
