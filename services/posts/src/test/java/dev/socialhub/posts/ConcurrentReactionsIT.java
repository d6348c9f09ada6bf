package dev.socialhub.posts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socialhub.contracts.event.Topic;
import dev.socialhub.contracts.post.LikeCreated;
import dev.socialhub.contracts.post.LikeEvent;
import dev.socialhub.shared.testing.Answer;
import dev.socialhub.shared.testing.Concurrently;
import dev.socialhub.shared.testing.FakeAuth.Person;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Many concurrent likes and comments, while the counts are folded as fast as possible. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConcurrentReactionsIT {

    private static final int USERS = 200;

    private PostsServer posts;

    @BeforeAll
    void start() {
        posts =
                PostsServer.start(
                        Map.of(
                                "socialhub.counts.fold-interval",
                                "5ms",
                                "socialhub.admission.enabled",
                                false));
    }

    @AfterAll
    void stop() {
        posts.close();
    }

    @Test
    void countsEveryLikeOnce() throws Exception {
        Person author = posts.member();
        String post = posts.publish(author, "public");
        List<Person> users = IntStream.range(0, USERS).mapToObj(_ -> posts.member()).toList();
        Random random = new Random(7);
        List<Integer> turns = random.ints(1_500, 0, USERS).boxed().toList();
        List<Integer> kinds = random.ints(1_500, 0, 3).boxed().toList();

        List<Answer> answers =
                Concurrently.run(
                        turns.size(),
                        i -> {
                            Person user = users.get(turns.get(i));
                            return switch (kinds.get(i)) {
                                case 0 -> posts.like(user, post);
                                case 1 -> posts.unlike(user, post);
                                default -> posts.toggle(user, post);
                            };
                        });

        // A deadlock would be answered with 503.
        assertThat(answers).extracting(Answer::status).containsOnly(200);
        int likes = Integer.parseInt(posts.get(author, "/posts/" + post).at("counts.likes"));
        assertThat(likes).isPositive();
        assertThat(posts.number("post_like where active and post_id = '" + post + "'"))
                .isEqualTo(likes);
        List<String> likers = posts.all(author, "/posts/" + post + "/likes?limit=100", "id");
        assertThat(likers).doesNotHaveDuplicates().hasSize(likes);
        assertThat(posts.wrongCounts()).isEmpty();
        await().untilAsserted(() -> assertThat(newest(post)).isEqualTo(Set.copyOf(likers)));
        await().until(() -> posts.number("post_count_delta") == 0);
        assertThat(posts.get(author, "/posts/" + post).at("counts.likes")).isEqualTo(likes + "");
    }

    /** The users that like the post according to the newest event of each. */
    private Set<String> newest(String post) {
        Map<UUID, LikeEvent> newest = new HashMap<>();
        posts.bus.events(Topic.POST.topicName()).stream()
                .map(event -> event.data())
                .filter(data -> data.partitionKey().equals(post))
                .filter(LikeEvent.class::isInstance)
                .map(LikeEvent.class::cast)
                .forEach(event -> {
                    LikeEvent before = newest.put(event.userId(), event);
                    assertThat(event.version())
                            .isEqualTo(before == null ? 1 : before.version() + 1);
                });
        return newest.values().stream()
                .filter(LikeCreated.class::isInstance)
                .map(event -> event.userId().toString())
                .collect(Collectors.toSet());
    }

    @Test
    void oneKeyMakesOneComment() throws Exception {
        Person reader = posts.member();
        String post = posts.publish(posts.member(), "public");
        String path = "/api/v1/posts/" + post + "/comments";

        List<Answer> answers =
                Concurrently.run(
                        50,
                        _ ->
                                posts.service.post(
                                        reader,
                                        path,
                                        "{\"content\":\"once\"}",
                                        "Idempotency-Key",
                                        "the-key"));

        assertThat(answers).extracting(Answer::status).containsOnly(201, 409);
        assertThat(posts.all(reader, "/posts/" + post + "/comments", "content"))
                .containsExactly("once");
        assertThat(posts.get(reader, "/posts/" + post).at("counts.comments")).isEqualTo("1");
    }

    @Test
    void keepsThreadsAndCountsWholeWhileCommentsComeAndGo() throws Exception {
        Person author = posts.member();
        String post = posts.publish(author, "public");
        List<Person> users = IntStream.range(0, 8).mapToObj(_ -> posts.member()).toList();
        List<String> tops =
                IntStream.range(0, 6)
                        .mapToObj(i -> posts.comment(users.get(i), post, "top", null).at("id"))
                        .toList();

        List<Answer> answers =
                Concurrently.run(
                        400,
                        i -> {
                            Person user = users.get(i % 8);
                            String top = tops.get(i % 6);
                            if (i % 40 == 39) {
                                return posts.delete(author, "/comments/" + top);
                            }
                            Answer added = posts.comment(user, post, "reply", top);
                            return added.status() == 201 && i % 5 != 0
                                    ? posts.delete(user, "/comments/" + added.at("id"))
                                    : added;
                        });

        assertThat(answers).extracting(Answer::status).containsOnly(201, 204, 404, 422);
        assertThat(posts.wrongCounts()).isEmpty();
        // No comment hangs below one that no reader sees, and no place is kept without replies.
        assertThat(
                        posts.number(
                                "post_comment c join post_comment r on r.parent_id = c.id"
                                        + " and r.removed_at is null"
                                        + " where c.removed_at is not null"))
                .isZero();
        assertThat(
                        posts.number(
                                "post_comment c where c.deleted_at is not null"
                                        + " and c.removed_at is null and not exists (select 1 from"
                                        + " post_comment r where r.parent_id = c.id"
                                        + " and r.removed_at is null)"))
                .isZero();
    }

    @Test
    void leavesNothingOfAUserThatLikesAndCommentsWhileBeingErased() throws Exception {
        Person leaver = posts.member();
        Person author = posts.member();
        List<String> published =
                IntStream.range(0, 30).mapToObj(_ -> posts.publish(author, "public")).toList();
        String comment = posts.comment(author, published.getFirst(), "by author", null).at("id");

        Concurrently.run(
                90,
                i -> {
                    if (i == 30) {
                        posts.erase(leaver);
                        return 0;
                    }
                    String post = published.get(i % 30);
                    Answer answer =
                            switch (i % 3) {
                                case 0 -> posts.like(leaver, post);
                                case 1 -> posts.comment(leaver, post, "bye", null);
                                default -> posts.put(leaver, "/comments/" + comment + "/like");
                            };
                    assertThat(answer.status()).as(answer.text()).isIn(200, 201, 401);
                    return answer.status();
                });

        String his = "'" + leaver.id() + "'";
        assertThat(posts.number("post_like where user_id = " + his)).isZero();
        assertThat(posts.number("comment_like where user_id = " + his)).isZero();
        assertThat(posts.number("post_comment where content <> '' and author_id = " + his))
                .isZero();
        assertThat(posts.wrongCounts()).isEmpty();
    }
}
