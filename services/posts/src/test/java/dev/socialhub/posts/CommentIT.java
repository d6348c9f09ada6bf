package dev.socialhub.posts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import dev.socialhub.contracts.event.EventData;
import dev.socialhub.contracts.event.Topic;
import dev.socialhub.contracts.post.CommentCreated;
import dev.socialhub.contracts.post.CommentDeleted;
import dev.socialhub.contracts.post.CommentUpdated;
import dev.socialhub.shared.testing.Answer;
import dev.socialhub.shared.testing.FakeAuth.Person;
import dev.socialhub.shared.testing.RecordedLog;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.slf4j.LoggerFactory;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CommentIT {

    /** Micronaut Data logs each statement of a repository here. */
    private static final String STATEMENTS = "io.micronaut.data.query";

    private PostsServer posts;
    private Person author;
    private Person reader;
    private String post;

    @BeforeAll
    void start() {
        posts = PostsServer.start();
    }

    @BeforeEach
    void newPost() {
        author = posts.member();
        reader = posts.member();
        post = posts.publish(author, "public");
    }

    @AfterAll
    void stop() {
        posts.close();
    }

    @Test
    void addsCommentsAndReplies() {
        Answer first = posts.comment(reader, post, "first", null);
        assertThat(first.status()).as(first.text()).isEqualTo(201);
        assertThat(first.at("author.username")).isEqualTo(reader.username());
        assertThat(posts.service.get(author, first.location()).json()).isEqualTo(first.json());
        String reply = add(author, "reply", first.at("id"));
        add(reader, "second", null);

        Answer list = posts.get(author, "/posts/" + post + "/comments");
        assertThat(posts.all(author, "/posts/" + post + "/comments?limit=1", "content"))
                .containsExactly("first", "second");
        assertThat(list.at("items.0.repliesCount")).isEqualTo("1");
        assertThat(list.at("items.1.repliesCount")).isEqualTo("0");
        assertThat(posts.all(reader, replies(first.at("id")), "id")).containsExactly(reply);
        assertThat(posts.get(reader, "/posts/" + post).at("counts.comments")).isEqualTo("3");
        await().untilAsserted(() -> assertThat(posts.bus.about(Topic.POST, reply)).hasSize(1));
        assertThat(posts.bus.about(Topic.POST, reply).getFirst())
                .isInstanceOfSatisfying(
                        CommentCreated.class,
                        e -> {
                            assertThat(e.postAuthorId()).isEqualTo(author.id());
                            assertThat(e.parentId()).isEqualTo(UUID.fromString(first.at("id")));
                            assertThat(e.parentAuthorId()).isEqualTo(reader.id());
                            assertThat(e.authorUsername()).isEqualTo(author.username());
                            assertThat(e.partitionKey()).isEqualTo(post);
                        });
    }

    @Test
    void refusesInvalidComments() {
        String other = posts.publish(author, "public");
        String elsewhere = posts.comment(reader, other, "elsewhere", null).at("id");
        String deleted = add(reader, "soon gone", null);
        posts.delete(reader, "/comments/" + deleted);

        assertInvalid("content", posts.comment(reader, post, "x".repeat(1_001), null));
        assertInvalid("content", posts.comment(reader, post, " ", null));
        for (String parent : List.of(elsewhere, deleted, UUID.randomUUID().toString(), "x")) {
            assertInvalid("parentId", posts.comment(reader, post, "reply", parent));
        }
        assertThat(posts.comment(reader, post, "x".repeat(1_000), null).status()).isEqualTo(201);
        @Nullable String parent = null;
        for (int level = 1; level <= 5; level++) {
            parent = add(reader, "level " + level, parent);
        }
        assertInvalid("parentId", posts.comment(reader, post, "too deep", parent));
        assertThat(posts.get(reader, "/posts/" + post).at("counts.comments")).isEqualTo("6");
    }

    @Test
    void hidesTheCommentsOfPostsThatTheCallerCanNotSee() {
        String secret = posts.publish(author, "private");
        String comment = posts.comment(author, secret, "a note", null).at("id");

        for (Answer answer :
                List.of(
                        posts.comment(reader, secret, "x", null),
                        posts.comment(reader, secret, "x", comment),
                        posts.get(reader, "/posts/" + secret + "/comments"),
                        posts.get(reader, "/comments/" + comment),
                        posts.get(reader, replies(comment)),
                        posts.delete(reader, "/comments/" + comment),
                        edit(reader, comment, "x"),
                        posts.put(reader, "/comments/" + comment + "/like"),
                        posts.get(reader, "/comments/x"),
                        posts.get(reader, "/posts/x/comments"))) {
            assertThat(answer.status()).as(answer.text()).isEqualTo(404);
        }
        assertThat(posts.all(author, "/posts/" + secret + "/comments", "id")).hasSize(1);
    }

    @Test
    void onlyTheAuthorEdits() {
        String comment = add(reader, "typo", null);

        assertThat(edit(author, comment, "forged").status()).isEqualTo(403);
        Answer edited = edit(reader, comment, "corrected");
        assertThat(edited.at("content")).isEqualTo("corrected");
        assertThat(edited.json().get("editedAt").isNull()).isFalse();
        edit(reader, comment, "corrected");
        posts.delete(reader, "/comments/" + comment);

        await().untilAsserted(() -> assertThat(posts.bus.about(Topic.POST, comment)).hasSize(3));
        assertThat(posts.bus.about(Topic.POST, comment))
                .satisfiesExactly(
                        first -> assertThat(first).isInstanceOf(CommentCreated.class),
                        second -> assertThat(second).isInstanceOf(CommentUpdated.class),
                        third -> assertThat(third).isInstanceOf(CommentDeleted.class));
        assertThat(posts.bus.about(Topic.POST, comment))
                .extracting(EventData::version)
                .containsExactly(1L, 2L, 3L);
        assertThat(edit(reader, comment, "late").status()).isEqualTo(404);
    }

    @Test
    void aDeletedCommentKeepsItsPlaceWhileItHasReplies() {
        Person third = posts.member();
        String top = add(reader, "top", null);
        String middle = add(third, "middle", top);
        String leaf = add(reader, "leaf", middle);

        assertThat(posts.delete(third, "/comments/" + top).status()).isEqualTo(403);
        assertThat(posts.delete(reader, "/comments/" + top).status()).isEqualTo(204);
        assertThat(posts.delete(reader, "/comments/" + top).status()).isEqualTo(404);
        // The author of the post may delete every comment on it.
        assertThat(posts.delete(author, "/comments/" + middle).status()).isEqualTo(204);
        Answer list = posts.get(third, "/posts/" + post + "/comments");
        assertThat(list.at("items.0.deleted")).isEqualTo("true");
        assertThat(list.at("items.0.repliesCount")).isEqualTo("1");
        assertThat(list.json().at("items.0.author").isNull()).isTrue();
        assertThat(list.json().at("items.0.content").isNull()).isTrue();
        assertThat(list.text()).doesNotContain(reader.username());
        assertThat(posts.all(third, replies(middle), "content")).containsExactly("leaf");
        assertThat(posts.put(third, "/comments/" + middle + "/like").status()).isEqualTo(404);
        assertThat(posts.get(third, "/posts/" + post).at("counts.comments")).isEqualTo("1");

        assertThat(posts.delete(reader, "/comments/" + leaf).status()).isEqualTo(204);
        assertThat(posts.all(third, "/posts/" + post + "/comments", "id")).isEmpty();
        for (String comment : List.of(top, middle, leaf)) {
            assertThat(posts.get(third, "/comments/" + comment).status()).isEqualTo(404);
        }
        assertThat(posts.get(third, "/posts/" + post).at("counts.comments")).isEqualTo("0");
        assertThat(posts.wrongCounts()).isEmpty();
    }

    @Test
    void leavesOutUsersInABlockWithTheViewer() {
        Person blocked = posts.member();
        String hidden = add(blocked, "hidden", null);
        String replied = add(reader, "below", hidden);
        String shown = add(author, "shown", null);
        posts.block(reader, blocked);

        assertThat(posts.all(reader, "/posts/" + post + "/comments", "id")).containsExactly(shown);
        assertThat(posts.get(reader, replies(hidden)).status()).isEqualTo(404);
        assertThat(posts.put(reader, "/comments/" + hidden + "/like").status()).isEqualTo(404);
        assertInvalid("parentId", posts.comment(reader, post, "x", hidden));
        assertThat(posts.get(reader, "/posts/" + post).at("counts.comments")).isEqualTo("3");
        assertThat(posts.all(blocked, replies(hidden), "id")).isEmpty();
        assertThat(posts.all(author, replies(hidden), "id")).containsExactly(replied);
        // An author's block doesn't keep the author of the post from deleting.
        posts.block(blocked, author);
        assertThat(posts.delete(author, "/comments/" + hidden).status()).isEqualTo(204);
    }

    @Test
    void countsLikesOfCommentsOnce() {
        String comment = add(author, "likeable", null);
        for (int i = 0; i < 2; i++) {
            Answer liked = posts.put(reader, "/comments/" + comment + "/like");
            assertThat(liked.text()).isEqualTo("{\"liked\":true,\"likes\":1}");
        }
        assertThat(posts.put(author, "/comments/" + comment + "/like").at("likes")).isEqualTo("2");
        Answer seen = posts.get(reader, "/posts/" + post + "/comments");
        assertThat(seen.at("items.0.likes")).isEqualTo("2");
        assertThat(seen.at("items.0.liked")).isEqualTo("true");
        for (int i = 0; i < 2; i++) {
            Answer unliked = posts.delete(reader, "/comments/" + comment + "/like");
            assertThat(unliked.text()).isEqualTo("{\"liked\":false,\"likes\":1}");
        }
        assertThat(posts.get(reader, "/comments/" + comment).at("liked")).isEqualTo("false");
    }

    @Test
    void readsALongPageWithAsManyStatementsAsAShortOne() {
        String top = add(reader, "top", null);
        for (int i = 0; i < 101; i++) {
            add(reader, "comment", null);
            add(reader, "reply", top);
        }
        for (String list :
                List.of(
                        "/posts/" + post + "/comments",
                        replies(top),
                        "/posts/" + post + "/likes")) {
            List<String> ten = statements(list + "?limit=10");
            assertThat(ten).hasSizeBetween(1, 2);
            assertThat(statements(list + "?limit=100")).isEqualTo(ten);
        }
    }

    private List<String> statements(String list) {
        Logger logger = (Logger) LoggerFactory.getLogger(STATEMENTS);
        logger.setLevel(Level.DEBUG);
        String thisRead = "other-" + UUID.randomUUID();
        try (RecordedLog log = new RecordedLog()) {
            Answer page =
                    posts.service.send(
                            author,
                            posts.service
                                    .request("/api/v1" + list)
                                    .header("X-Request-Id", thisRead)
                                    .GET());
            assertThat(page.status()).isEqualTo(200);
            List<String> statements = new ArrayList<>();
            log.atLeast(Level.DEBUG).stream()
                    .filter(event -> event.getLoggerName().equals(STATEMENTS))
                    .filter(event -> thisRead.equals(event.getMDCPropertyMap().get("requestId")))
                    .forEach(event -> statements.add(event.getFormattedMessage()));
            return statements;
        } finally {
            logger.setLevel(null);
        }
    }

    private String add(Person person, String content, @Nullable String parent) {
        Answer added = posts.comment(person, post, content, parent);
        assertThat(added.status()).as(added.text()).isEqualTo(201);
        return added.at("id");
    }

    private Answer edit(Person person, String comment, String content) {
        return posts.service.patch(
                person, "/api/v1/comments/" + comment, "{\"content\":\"%s\"}".formatted(content));
    }

    private static String replies(String comment) {
        return "/comments/" + comment + "/replies";
    }

    private static void assertInvalid(String field, Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        assertThat(answer.at("errors.0.field")).isEqualTo(field);
    }
}
