package dev.socialhub.posts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socialhub.contracts.event.Topic;
import dev.socialhub.contracts.post.PostDeleted;
import dev.socialhub.contracts.user.BlockCreated;
import dev.socialhub.contracts.user.FollowCreated;
import dev.socialhub.contracts.user.UserDeleted;
import dev.socialhub.contracts.user.UserProfileUpdated;
import dev.socialhub.contracts.user.UserRegistered;
import dev.socialhub.ops.person.PersonFacts;
import dev.socialhub.ops.person.StoredUserData;
import dev.socialhub.shared.testing.Answer;
import dev.socialhub.shared.testing.Bus;
import dev.socialhub.shared.testing.Concurrently;
import dev.socialhub.shared.testing.FakeAuth.Person;
import dev.socialhub.shared.testing.RunningService;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeletedUsersIT {

    private RunningService posts;
    private Bus bus;
    private Person witness;

    @BeforeAll
    void start() {
        posts = RunningService.start("posts");
        bus = new Bus();
        witness = posts.auth.signUp("witness", "Witness");
    }

    @AfterAll
    void stop() {
        bus.close();
        posts.close();
    }

    @Test
    void erasesAllOfAPersonAndTellsOfEveryPost() throws Exception {
        Person leaver = posts.auth.signUp("leaver", "Leaver");
        // More posts than one batch deletes.
        int count = 250;
        Concurrently.run(count, i -> publish(leaver, "post " + i, "key-" + i));
        Answer ownDeletion = publish(leaver, "taken down before", "key");
        posts.delete(leaver, path(ownDeletion));
        bus.send(follow(leaver, witness, 1));
        bus.send(new BlockCreated(witness.id(), leaver.id(), Instant.now(), 1));
        await().until(() -> edgesOf(leaver) == 2);
        assertThat(posts.bean(PersonFacts.class).of(leaver.id()))
                .isEqualTo(
                        new StoredUserData(
                                null,
                                false,
                                Map.of(
                                        "posts", 250L,
                                        "deleted posts", 1L,
                                        "name", 1L,
                                        "edges", 2L)));

        delete(leaver);

        assertThat(posts.get(witness, "/api/v1/posts?limit=100").text()).doesNotContain("leaver");
        awaitErased(leaver);
        StoredUserData left = posts.bean(PersonFacts.class).of(leaver.id());
        assertThat(left.erased()).isTrue();
        assertThat(left.deletedAt()).isNotNull();
        assertThat(left.facts()).containsEntry("posts", 0L).containsEntry("name", 0L);
        assertThat(edgesOf(leaver)).isZero();
        assertThat(count("author where user_id = " + quoted(leaver))).isZero();
        assertThat(count("idempotency where user_id = " + quoted(leaver))).isZero();
        assertThat(liveOrReadablePostsOf(leaver)).isZero();
        assertThat(count("post where version = 2 and author_id = " + quoted(leaver)))
                .isEqualTo(count + 1);
        await().untilAsserted(() ->
                assertThat(bus.events(Topic.POST.topicName()))
                        .filteredOn(event ->
                                event.data() instanceof PostDeleted deleted
                                        && deleted.authorId().equals(leaver.id())
                                        && deleted.version() == 2)
                        .hasSize(count + 1));
    }

    @Test
    void letsNothingBringAPersonBack() {
        Person leaver = posts.auth.signUp("gone_for_good", "Gone");
        publish(leaver, "last words", "key");
        delete(leaver);
        awaitErased(leaver);

        bus.send(new UserRegistered(leaver.id(), leaver.username(), "Gone", Instant.now(), 9));
        bus.send(new UserProfileUpdated(leaver.id(), leaver.username(), "Gone", 9));
        bus.send(follow(leaver, witness, 9));
        bus.send(follow(witness, leaver, 9));
        Person other = posts.auth.signUp("other", "Other");
        bus.send(follow(leaver, other, 1));
        bus.send(follow(witness, other, 9));
        await().until(() -> edgesOf(other) == 1);
        // auth's answer may be a second old, so it can still confirm the deleted account.
        Answer publishing = publish(leaver, "I am back", "another key");
        Answer again = publish(leaver, "last words", "key");
        Answer list = posts.get(witness, "/api/v1/users/" + leaver.id() + "/posts");

        assertThat(publishing.status()).isEqualTo(401);
        assertThat(publishing.at("detail")).isEqualTo("This account has been deleted.");
        assertThat(publishing.header("WWW-Authenticate")).isNotNull();
        assertThat(again.status()).isEqualTo(401);
        assertThat(list.status()).isEqualTo(404);
        await().untilAsserted(() -> assertThat(edgesOf(leaver)).isZero());
        assertThat(count("author where user_id = " + quoted(leaver))).isZero();
        assertThat(liveOrReadablePostsOf(leaver)).isZero();
    }

    @Test
    void leavesNothingOfWhatIsPublishedWhileItsAuthorGoes() throws Exception {
        for (int round = 0; round < 5; round++) {
            Person leaver = posts.auth.signUp("in_a_hurry_" + round, "Hurry");
            publish(leaver, "before", "first");
            Concurrently.run(
                    60,
                    i -> {
                        if (i == 20) {
                            bus.send(deletion(leaver));
                        } else {
                            assertThat(publish(leaver, "now", "key-" + i).status()).isIn(201, 401);
                        }
                        return i;
                    });
            awaitErased(leaver);
            assertThat(publish(leaver, "afterwards", "last").status()).isEqualTo(401);
            assertThat(liveOrReadablePostsOf(leaver)).isZero();
        }
    }

    @Test
    void goesOnWhereACrashEndedIt() {
        Person leaver = posts.auth.signUp("half_gone", "Half");
        publish(leaver, "left over", "key");
        posts.database.query("delete from author where user_id = " + quoted(leaver));
        posts.database.query("insert into deleted_user values (" + quoted(leaver) + ", now())");

        awaitErased(leaver);
        assertThat(liveOrReadablePostsOf(leaver)).isZero();
    }

    private void delete(Person person) {
        bus.send(deletion(person));
        await().until(() -> count("author where user_id = " + quoted(person)) == 0);
    }

    private static UserDeleted deletion(Person person) {
        return new UserDeleted(person.id(), Instant.now(), 2);
    }

    private void awaitErased(Person person) {
        await().atMost(Duration.ofSeconds(20))
                .until(() ->
                        count(
                                        "deleted_user where erased_at is not null and user_id = "
                                                + quoted(person))
                                == 1);
    }

    private long edgesOf(Person person) {
        return count("edge where " + quoted(person) + " in (from_id, to_id)");
    }

    private long liveOrReadablePostsOf(Person person) {
        return count(
                "post where author_id = "
                        + quoted(person)
                        + " and (deleted_at is null or content <> '')");
    }

    private long count(String rows) {
        return Long.parseLong(posts.database.query("select count(*) from " + rows).getFirst());
    }

    private static String quoted(Person person) {
        UUID id = person.id();
        return "'" + id + "'::uuid";
    }

    private static String path(Answer post) {
        return "/api/v1/posts/" + post.at("id");
    }

    private static FollowCreated follow(Person from, Person to, long version) {
        return new FollowCreated(from.id(), from.username(), to.id(), Instant.now(), version);
    }

    private Answer publish(Person person, String content, String key) {
        return posts.post(
                person,
                "/api/v1/posts",
                "{\"content\":\"%s\"}".formatted(content),
                "Idempotency-Key",
                key);
    }
}
