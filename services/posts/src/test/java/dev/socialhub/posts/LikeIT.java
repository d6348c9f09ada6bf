package dev.socialhub.posts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socialhub.contracts.event.EventData;
import dev.socialhub.contracts.event.Topic;
import dev.socialhub.contracts.post.LikeCreated;
import dev.socialhub.contracts.post.LikeDeleted;
import dev.socialhub.shared.testing.Answer;
import dev.socialhub.shared.testing.FakeAuth.Person;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LikeIT {

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
    void repeatingALikeOrItsRemovalChangesNothing() {
        Person author = posts.member();
        Person reader = posts.member();
        String post = posts.publish(author, "public");

        assertState(posts.unlike(reader, post), false, 0);
        for (int i = 0; i < 3; i++) {
            assertState(posts.like(reader, post), true, 1);
        }
        assertState(posts.like(author, post), true, 2);
        for (int i = 0; i < 3; i++) {
            assertState(posts.unlike(reader, post), false, 1);
        }
        assertState(posts.like(reader, post), true, 2);

        String like = post + ":" + reader.id();
        await().untilAsserted(() -> assertThat(posts.bus.about(Topic.POST, like)).hasSize(3));
        List<EventData> events = posts.bus.about(Topic.POST, like);
        assertThat(events).extracting(EventData::version).containsExactly(1L, 2L, 3L);
        assertThat(events.get(0))
                .isInstanceOfSatisfying(
                        LikeCreated.class,
                        e -> {
                            assertThat(e.authorId()).isEqualTo(author.id());
                            assertThat(e.username()).isEqualTo(reader.username());
                            assertThat(e.partitionKey()).isEqualTo(post);
                        });
        assertThat(events.get(1)).isInstanceOf(LikeDeleted.class);
    }

    @Test
    void togglesOnceUnderAKey() {
        Person reader = posts.member();
        String post = posts.publish(posts.member(), "public");
        String key = UUID.randomUUID().toString();

        for (int i = 0; i < 2; i++) {
            assertState(posts.toggle(reader, post, "Idempotency-Key", key), true, 1);
        }
        assertState(posts.toggle(reader, post), false, 0);
        assertState(posts.toggle(reader, post), true, 1);
    }

    @Test
    void everyViewShowsTheCountsAndWhetherTheReaderLikesIt() {
        Person author = posts.member();
        Person reader = posts.member();
        String post = posts.publish(author, "public");
        posts.like(reader, post);

        for (String list : List.of("/users/" + author.username() + "/posts", "/posts?limit=1")) {
            Answer seen = posts.get(reader, list);
            assertThat(seen.at("items.0.counts.likes")).isEqualTo("1");
            assertThat(seen.at("items.0.counts.comments")).isEqualTo("0");
            assertThat(seen.at("items.0.liked")).isEqualTo("true");
            assertThat(posts.get(author, list).at("items.0.liked")).isEqualTo("false");
        }
        assertThat(posts.get(reader, "/posts/" + post).at("counts.likes")).isEqualTo("1");
    }

    @Test
    void refusesLikesOfWhatTheCallerCanNotSee() {
        Person author = posts.member();
        Person stranger = posts.member();
        Person blocked = posts.member();
        String deleted = posts.publish(author, "public");
        posts.delete(author, "/posts/" + deleted);
        String shown = posts.publish(author, "public");
        posts.block(author, blocked);

        for (String post :
                List.of(
                        posts.publish(author, "private"),
                        posts.publish(author, "followers"),
                        deleted,
                        UUID.randomUUID().toString(),
                        "x")) {
            assertHidden(stranger, post);
        }
        assertHidden(blocked, shown);
        assertThat(posts.like(author, deleted).status()).isEqualTo(404);
        assertThat(posts.number("post_like where user_id = '" + stranger.id() + "'")).isZero();
        assertThat(posts.number("post_like where post_id = '" + shown + "'")).isZero();
    }

    private void assertHidden(Person caller, String post) {
        assertThat(posts.like(caller, post).status()).as(post).isEqualTo(404);
        assertThat(posts.unlike(caller, post).status()).as(post).isEqualTo(404);
        assertThat(posts.toggle(caller, post).status()).as(post).isEqualTo(404);
        assertThat(posts.get(caller, "/posts/" + post + "/likes").status()).isEqualTo(404);
    }

    @Test
    void listsLikersNewestFirstWithoutUsersInABlockWithTheViewer() {
        Person viewer = posts.member();
        String post = posts.publish(viewer, "public");
        List<Person> likers = IntStream.range(0, 7).mapToObj(_ -> posts.member()).toList();
        likers.forEach(liker -> posts.like(liker, post));
        posts.unlike(likers.get(2), post);
        posts.block(viewer, likers.get(4));
        posts.block(likers.get(5), viewer);

        assertThat(posts.all(viewer, "/posts/" + post + "/likes?limit=2", "username"))
                .containsExactly(
                        likers.get(6).username(),
                        likers.get(3).username(),
                        likers.get(1).username(),
                        likers.get(0).username());
        assertThat(posts.get(viewer, "/posts/" + post).at("counts.likes")).isEqualTo("6");
        assertThat(posts.all(likers.get(6), "/posts/" + post + "/likes", "id")).hasSize(6);
    }

    @Test
    void countsChangesAndNoRepetitions() {
        Person reader = posts.member();
        String post = posts.publish(posts.member(), "public");
        double likes = meter("posts.likes");
        double unlikes = meter("posts.unlikes");
        for (int i = 0; i < 2; i++) {
            posts.like(reader, post);
        }
        for (int i = 0; i < 2; i++) {
            posts.unlike(reader, post);
        }
        assertThat(meter("posts.likes")).isEqualTo(likes + 1);
        assertThat(meter("posts.unlikes")).isEqualTo(unlikes + 1);
    }

    private double meter(String name) {
        return posts.service.bean(MeterRegistry.class).get(name).counter().count();
    }

    private static void assertState(Answer answer, boolean liked, int likes) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.at("liked")).isEqualTo(Boolean.toString(liked));
        assertThat(answer.at("counts.likes")).isEqualTo(Integer.toString(likes));
        assertThat(answer.at("counts.comments")).isEqualTo("0");
    }
}
