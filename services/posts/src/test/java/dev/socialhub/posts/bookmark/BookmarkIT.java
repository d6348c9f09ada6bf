package dev.socialhub.posts.bookmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socialhub.contracts.event.Topic;
import dev.socialhub.contracts.user.BlockCreated;
import dev.socialhub.contracts.user.BlockDeleted;
import dev.socialhub.contracts.user.UserDeleted;
import dev.socialhub.shared.testing.Answer;
import dev.socialhub.shared.testing.Bus;
import dev.socialhub.shared.testing.Concurrently;
import dev.socialhub.shared.testing.FakeAuth.Person;
import dev.socialhub.shared.testing.RunningService;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BookmarkIT {

    private RunningService posts;
    private Bus bus;
    private Person author;
    private Person reader;
    private int people;

    @BeforeAll
    void start() {
        posts = RunningService.start("posts");
        bus = new Bus();
        author = posts.auth.signUp("author", "Author");
        reader = posts.auth.signUp("reader", "Reader");
    }

    @AfterAll
    void stop() {
        bus.close();
        posts.close();
    }

    @Test
    void addsAndRemovesABookmarkHoweverOften() throws Exception {
        Person collector = newPerson();
        Answer post = publish("worth keeping", "public");
        List<String> answers = Concurrently.run(8, _ -> put(collector, post).text());

        assertThat(answers).containsOnly("{\"bookmarked\":true}");
        assertThat(list(collector)).containsExactly(post.at("id"));
        assertThat(posts.get(collector, post.location()).at("bookmarked")).isEqualTo("true");
        assertThat(posts.get(author, post.location()).at("bookmarked")).isEqualTo("false");
        assertThat(list(author)).isEmpty();
        for (int i = 0; i < 2; i++) {
            Answer removed = remove(collector, post);
            assertThat(removed.status()).isEqualTo(200);
            assertThat(removed.text()).isEqualTo("{\"bookmarked\":false}");
        }
        assertThat(list(collector)).isEmpty();
        assertThat(bus.about(Topic.POST, post.at("id"))).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void listsTheNewestBookmarkFirstInPages() {
        Person collector = newPerson();
        List<Answer> some = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            some.add(publish("post " + i, "public"));
        }
        List<String> expected = new ArrayList<>();
        for (int i : List.of(3, 0, 4, 1, 2)) {
            put(collector, some.get(i));
            expected.addFirst(some.get(i).at("id"));
        }
        put(collector, some.get(3));

        List<String> read = new ArrayList<>();
        String path = "/api/v1/bookmarks?limit=2";
        while (path != null) {
            Answer page = posts.get(collector, path);
            page.json().get("items").values().forEach(i -> read.add(i.get("id").getStringValue()));
            String link = page.header("Link");
            path = link == null ? null : link.substring(1, link.indexOf('>'));
        }
        assertThat(read).isEqualTo(expected);
    }

    @Test
    void refusesPostsThatTheCallerCanNotSee() {
        Answer secret = publish("secret", "private");

        assertThat(put(reader, secret).status()).isEqualTo(404);
        assertThat(remove(reader, secret).status()).isEqualTo(404);
        assertThat(put(author, secret).status()).isEqualTo(200);
        for (String id : List.of("x", UUID.randomUUID().toString())) {
            assertThat(posts.delete(reader, "/api/v1/posts/" + id + "/bookmark").status())
                    .isEqualTo(404);
        }
        assertThat(posts.get(null, "/api/v1/bookmarks").status()).isEqualTo(401);
        assertThat(posts.get(reader, "/api/v1/bookmarks?limit=0").status()).isEqualTo(422);
    }

    @Test
    void hidesBookmarksWhileTheirPostsAreHidden() {
        Person blocked = newPerson();
        Answer post = publish("for now", "public");
        put(blocked, post);
        bus.send(new BlockCreated(author.id(), blocked.id(), Instant.now(), 1));
        await().untilAsserted(() -> assertThat(list(blocked)).isEmpty());
        bus.send(new BlockDeleted(author.id(), blocked.id(), Instant.now(), 2));
        await().untilAsserted(() -> assertThat(list(blocked)).containsExactly(post.at("id")));

        posts.delete(author, post.location());
        assertThat(list(blocked)).isEmpty();
        posts.database.query(
                "update post set deleted_at = deleted_at - interval '1 minute' where id = '"
                        + post.at("id")
                        + "'");
        await().until(() -> rows("post_id = '" + post.at("id") + "'") == 0);
    }

    @Test
    void erasesTheBookmarksOfADeletedUser() throws Exception {
        Person leaver = newPerson();
        Answer post = publish("kept by many", "public");
        put(reader, post);
        Concurrently.run(
                20,
                i -> {
                    if (i == 10) {
                        bus.send(new UserDeleted(leaver.id(), Instant.now(), 2));
                        return 0;
                    }
                    return put(leaver, publish("post " + i, "public")).status();
                });

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() ->
                        assertThat(
                                        posts.database.query(
                                                "select 1 from deleted_user where erased_at is not"
                                                        + " null and user_id = '"
                                                        + leaver.id()
                                                        + "'"))
                                .hasSize(1));
        assertThat(put(leaver, post).status()).isEqualTo(401);
        assertThat(rows("user_id = '" + leaver.id() + "'")).isZero();
        assertThat(list(reader)).contains(post.at("id"));
    }

    private Person newPerson() {
        return posts.auth.signUp("person_" + people++, "Person");
    }

    private long rows(String condition) {
        return posts.database.query("select 1 from bookmark where " + condition).size();
    }

    private List<String> list(Person owner) {
        Answer answer = posts.get(owner, "/api/v1/bookmarks?limit=100");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json().get("items").values().stream()
                .map(item -> {
                    assertThat(item.get("bookmarked").getBooleanValue()).isTrue();
                    return item.get("id").getStringValue();
                })
                .toList();
    }

    private Answer put(Person person, Answer post) {
        return posts.send(
                person, posts.request(path(post)).PUT(HttpRequest.BodyPublishers.noBody()));
    }

    private Answer remove(Person person, Answer post) {
        return posts.delete(person, path(post));
    }

    private static String path(Answer post) {
        return "/api/v1/posts/" + post.at("id") + "/bookmark";
    }

    private Answer publish(String content, String visibility) {
        return posts.post(
                author,
                "/api/v1/posts",
                "{\"content\":\"%s\",\"visibility\":\"%s\"}".formatted(content, visibility));
    }
}
