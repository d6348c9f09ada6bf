package dev.socialhub.posts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socialhub.contracts.event.Topic;
import dev.socialhub.contracts.post.CommentDeleted;
import dev.socialhub.ops.person.PersonFacts;
import dev.socialhub.shared.testing.FakeAuth.Person;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What is left of likes and comments once a post, a comment or a user is deleted. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RemovedDataIT {

    private PostsServer posts;

    @BeforeAll
    void start() {
        posts = PostsServer.start();
    }

    @AfterAll
    void stop() {
        posts.close();
    }

    @Test
    void removesTheLikesAndCommentsOfADeletedPost() {
        Person author = posts.member();
        Person reader = posts.member();
        String post = posts.publish(author, "public");
        String kept = posts.publish(author, "public");
        posts.like(reader, kept);
        posts.query(
                "with liked as (insert into post_like select '%s', gen_random_uuid(), true, 1, now()"
                                .formatted(post)
                        + " from generate_series(1, 1000) returning post_id)"
                        + " insert into post_count_delta (post_id, likes, comments)"
                        + " select post_id, 1, 0 from liked returning 1");
        String top = posts.comment(reader, post, "top", null).at("id");
        posts.comment(author, post, "reply", top);
        posts.put(author, "/comments/" + top + "/like");
        assertThat(posts.get(reader, "/posts/" + post).at("counts.likes")).isEqualTo("1000");

        posts.delete(author, "/posts/" + post);
        assertThat(posts.get(reader, "/comments/" + top).status()).isEqualTo(404);
        aMinuteLater("post", "deleted_at");
        await().until(() ->
                posts.number("post where cleaned_at is not null and id = '" + post + "'") == 1);
        assertThat(posts.number("post_like where post_id = '" + post + "'")).isZero();
        assertThat(posts.number("post_comment where content <> '' and post_id = '" + post + "'"))
                .isZero();
        aMinuteLater("post_comment", "removed_at");
        await().until(() -> posts.number("post_comment where post_id = '" + post + "'") == 0);
        await().until(() -> posts.number("post_count_delta") == 0);
        assertThat(posts.number("comment_like")).isZero();
        assertThat(posts.number("comment_count where comment_id = '" + top + "'")).isZero();
        assertThat(posts.number("post_count where post_id = '" + post + "'")).isZero();
        assertThat(posts.get(reader, "/posts/" + kept).at("counts.likes")).isEqualTo("1");
        assertThat(posts.wrongCounts()).isEmpty();
    }

    @Test
    void erasesTheLikesAndCommentsOfADeletedUser() {
        Person author = posts.member();
        Person leaver = posts.member();
        Person reader = posts.member();
        String post = posts.publish(author, "public");
        posts.like(leaver, post);
        posts.like(reader, post);
        String top = posts.comment(leaver, post, "mine", null).at("id");
        String reply = posts.comment(reader, post, "reply", top).at("id");
        posts.put(leaver, "/comments/" + reply + "/like");
        String alone = posts.comment(leaver, post, "alone", null).at("id");
        assertThat(posts.service.bean(PersonFacts.class).of(leaver.id()).facts())
                .containsEntry("likes", 1L)
                .containsEntry("comments", 2L)
                .containsEntry("likes of comments", 1L);

        posts.erase(leaver);

        assertThat(posts.get(reader, "/posts/" + post).at("counts.likes")).isEqualTo("1");
        assertThat(posts.get(reader, "/posts/" + post).at("counts.comments")).isEqualTo("1");
        assertThat(posts.all(reader, "/posts/" + post + "/comments", "id")).containsExactly(top);
        assertThat(posts.get(reader, "/comments/" + top).at("deleted")).isEqualTo("true");
        assertThat(posts.get(reader, "/comments/" + reply).at("likes")).isEqualTo("0");
        assertThat(posts.all(reader, "/posts/" + post + "/likes", "id"))
                .containsExactly(reader.id().toString());
        assertThat(posts.service.bean(PersonFacts.class).of(leaver.id()).facts())
                .containsEntry("likes", 0L)
                .containsEntry("comments", 0L)
                .containsEntry("likes of comments", 0L);
        assertThat(posts.wrongCounts()).isEmpty();
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() ->
                        assertThat(posts.bus.about(Topic.POST, alone))
                                .last()
                                .isInstanceOfSatisfying(
                                        CommentDeleted.class,
                                        e -> assertThat(e.authorUsername()).isNull()));
    }

    /** Lets the time pass that ends what began before a deletion. */
    private void aMinuteLater(String table, String column) {
        posts.service.database.query(
                "update %1$s set %2$s = %2$s - interval '2 minutes' where %2$s is not null"
                        .formatted(table, column));
    }
}
