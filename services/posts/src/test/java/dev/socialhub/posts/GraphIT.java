package dev.socialhub.posts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socialhub.contracts.event.Event;
import dev.socialhub.contracts.user.BlockCreated;
import dev.socialhub.contracts.user.BlockDeleted;
import dev.socialhub.contracts.user.EdgeEvent;
import dev.socialhub.contracts.user.EdgeKind;
import dev.socialhub.contracts.user.FollowCreated;
import dev.socialhub.contracts.user.FollowDeleted;
import dev.socialhub.people.testing.FakeUsers;
import dev.socialhub.shared.identity.ServiceTokens;
import dev.socialhub.shared.testing.Answer;
import dev.socialhub.shared.testing.Bus;
import dev.socialhub.shared.testing.Concurrently;
import dev.socialhub.shared.testing.FakeAuth.Person;
import dev.socialhub.shared.testing.RunningService;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Which posts a viewer sees, as events of follows and blocks arrive. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GraphIT {

    private RunningService posts;
    private Bus bus;
    private Person author;
    private Person reader;
    private int people;

    @BeforeAll
    void start() {
        posts = RunningService.start("posts");
        bus = new Bus();
    }

    @BeforeEach
    void two() {
        author = posts.auth.signUp("author_" + people, "Author");
        reader = posts.auth.signUp("reader_" + people++, "Reader");
    }

    @AfterAll
    void stop() {
        bus.close();
        posts.close();
    }

    @Test
    void letsAFollowerSeeWithinTwoSecondsAndForAsLongAsTheyFollow() {
        Answer post = publish(author, "for followers", "followers");
        Answer secret = publish(author, "for me", "private");
        assertThat(posts.get(reader, path(post)).status()).isEqualTo(404);

        bus.send(follow(reader, author, 1));
        await().atMost(Duration.ofSeconds(2)).until(() -> sees(reader, post));
        assertThat(posts.get(reader, "/api/v1/users/" + author.id() + "/posts").text())
                .contains("for followers")
                .doesNotContain("for me");
        assertThat(posts.get(reader, "/api/v1/posts?limit=100").text())
                .doesNotContain("for followers");
        assertThat(posts.delete(reader, path(post)).status()).isEqualTo(403);
        assertThat(sees(reader, secret)).isFalse();
        assertThat(sees(author, post)).isTrue();

        bus.send(new FollowDeleted(reader.id(), author.id(), Instant.now(), 2));
        await().atMost(Duration.ofSeconds(2)).until(() -> !sees(reader, post));
        assertThat(posts.delete(reader, path(post)).status()).isEqualTo(404);
    }

    @Test
    void doesNotTakeBeingFollowedForFollowing() {
        Answer post = publish(author, "for followers", "followers");
        Person witness = posts.auth.signUp("witness", "Witness");
        bus.send(follow(author, reader, 1));
        bus.send(follow(witness, author, 1));

        await().until(() -> sees(witness, post));
        assertThat(sees(reader, post)).isFalse();
    }

    @Test
    void aBlockHidesBothUsersFromEachOther() {
        Answer theirs = publish(author, "by the author", "public");
        Answer mine = publish(reader, "by the reader", "public");
        Answer forFollowers = publish(author, "for followers", "followers");
        bus.send(follow(reader, author, 1));
        await().until(() -> sees(reader, forFollowers));

        bus.send(new BlockCreated(author.id(), reader.id(), Instant.now(), 1));
        await().until(() -> !sees(reader, theirs));
        assertThat(sees(author, mine)).isFalse();
        assertThat(sees(reader, forFollowers)).isFalse();
        assertThat(posts.delete(reader, path(theirs)).status()).isEqualTo(404);
        assertThat(posts.get(reader, "/api/v1/posts?limit=100").text())
                .contains(mine.at("id"))
                .doesNotContain(theirs.at("id"));
        assertThat(posts.get(author, "/api/v1/users/" + reader.username() + "/posts").text())
                .doesNotContain(mine.at("id"));
        assertThat(sees(author, theirs)).isTrue();

        bus.send(new BlockDeleted(author.id(), reader.id(), Instant.now(), 2));
        await().until(() -> sees(reader, theirs) && sees(author, mine));
    }

    @Test
    void keepsTheNewestOfAnEdgeWhateverComesLaterOrAgain() {
        Event first = bus.send(follow(reader, author, 1));
        bus.send(follow(reader, author, 5));
        awaitVersion(5);

        bus.send(new FollowDeleted(reader.id(), author.id(), Instant.now(), 4));
        bus.send(first);
        bus.replay(first, posts.database.name());
        bus.send(follow(reader, author, 7));
        awaitVersion(7);
        bus.replay(
                new Event(
                        UUID.randomUUID(),
                        Instant.now(),
                        null,
                        new FollowDeleted(reader.id(), author.id(), Instant.now(), 6)),
                posts.database.name());
        Person last = posts.auth.signUp("last_one", "Last");
        bus.replay(
                new Event(UUID.randomUUID(), Instant.now(), null, follow(reader, last, 1)),
                posts.database.name());
        await().until(() -> edge(reader, last), "1 t"::equals);

        assertThat(edge(reader, author)).isEqualTo("7 t");
    }

    @Test
    void endsWithTheNewestOfEveryEdgeAfterConcurrentNewsInAnyOrder() throws Exception {
        int edges = 20;
        int toggles = 25;
        List<UUID> followees = new ArrayList<>();
        List<EdgeEvent> events = new ArrayList<>();
        try (FakeUsers users = new FakeUsers()) {
            for (int i = 0; i < edges; i++) {
                followees.add(UUID.randomUUID());
                for (int j = 0; j < toggles; j++) {
                    events.add(users.toggle(EdgeKind.BLOCK, reader.id(), followees.get(i)));
                }
            }
        }
        Collections.shuffle(events, new Random(1));
        Concurrently.run(events.size(), i -> bus.send(events.get(i)));

        await().untilAsserted(() ->
                assertThat(
                                posts.database.query(
                                        "select count(*) from edge where active and version = "
                                                + toggles
                                                + " and from_id = '"
                                                + reader.id()
                                                + "'"))
                        .containsExactly(Integer.toString(edges)));
    }

    @Test
    void hasNoOperatorEndpointsUnlessEnabled() {
        String token = posts.bean(ServiceTokens.class).issue();
        Answer answer =
                posts.send(
                        null,
                        posts.request("/internal/ops/projections")
                                .header("Authorization", "Bearer " + token)
                                .GET());
        assertThat(answer.status()).isEqualTo(404);
    }

    private void awaitVersion(long version) {
        await().until(() -> edge(reader, author), (version + " t")::equals);
    }

    private String edge(Person from, Person to) {
        return String.join(
                "",
                posts.database.query(
                        "select version || ' ' || left(active::text, 1) from edge where from_id = '"
                                + from.id()
                                + "' and to_id = '"
                                + to.id()
                                + "'"));
    }

    private boolean sees(Person person, Answer post) {
        int status = posts.get(person, path(post)).status();
        assertThat(status).isIn(200, 404);
        return status == 200;
    }

    private static String path(Answer post) {
        return "/api/v1/posts/" + post.at("id");
    }

    private static FollowCreated follow(Person from, Person to, long version) {
        return new FollowCreated(from.id(), from.username(), to.id(), Instant.now(), version);
    }

    private Answer publish(Person person, String content, String visibility) {
        return posts.post(
                person,
                "/api/v1/posts",
                "{\"content\":\"%s\",\"visibility\":\"%s\"}".formatted(content, visibility));
    }
}
