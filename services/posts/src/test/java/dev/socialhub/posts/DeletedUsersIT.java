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
    private Person reader;

    @BeforeAll
    void start() {
        posts = RunningService.start("posts");
        bus = new Bus();
        reader = posts.auth.signUp("witness", "Witness");
    }

    @AfterAll
    void stop() {
        bus.close();
        posts.close();
    }

    @Test
    void erasesAllDataOfAUserAndPublishesEveryDeletedPost() throws Exception {
        Person deletedUser = posts.auth.signUp("leaver", "Leaver");
        // More posts than one batch deletes.
        int count = 250;
        Concurrently.run(count, i -> publish(deletedUser, "post " + i, "key-" + i));
        Answer ownDeletion = publish(deletedUser, "taken down before", "key");
        posts.delete(deletedUser, path(ownDeletion));
        bus.send(follow(deletedUser, reader, 1));
        bus.send(new BlockCreated(reader.id(), deletedUser.id(), Instant.now(), 1));
        await().until(() -> edgesOf(deletedUser) == 2);
        assertThat(posts.bean(PersonFacts.class).of(deletedUser.id()))
                .isEqualTo(
                        new StoredUserData(
                                null,
                                false,
                                Map.ofEntries(
                                        Map.entry("posts", 250L),
                                        Map.entry("deleted posts", 1L),
                                        Map.entry("bookmarks", 0L),
                                        Map.entry("mentions", 0L),
                                        Map.entry("media", 0L),
                                        Map.entry("likes", 0L),
                                        Map.entry("comments", 0L),
                                        Map.entry("likes of comments", 0L),
                                        Map.entry("days with generated texts", 0L),
                                        Map.entry("name", 1L),
                                        Map.entry("edges", 2L))));

        delete(deletedUser);

        assertThat(posts.get(reader, "/api/v1/posts?limit=100").text()).doesNotContain("leaver");
        awaitErased(deletedUser);
        StoredUserData left = posts.bean(PersonFacts.class).of(deletedUser.id());
        assertThat(left.erased()).isTrue();
        assertThat(left.deletedAt()).isNotNull();
        assertThat(left.facts()).containsEntry("posts", 0L).containsEntry("name", 0L);
        assertThat(edgesOf(deletedUser)).isZero();
        assertThat(count("author where user_id = " + quoted(deletedUser))).isZero();
        assertThat(count("idempotency where user_id = " + quoted(deletedUser))).isZero();
        assertThat(liveOrReadablePostsOf(deletedUser)).isZero();
        assertThat(count("post where version = 2 and author_id = " + quoted(deletedUser)))
                .isEqualTo(count + 1);
        await().untilAsserted(() ->
                assertThat(bus.events(Topic.POST.topicName()))
                        .filteredOn(event ->
                                event.data() instanceof PostDeleted deleted
                                        && deleted.authorId().equals(deletedUser.id())
                                        && deleted.version() == 2)
                        .hasSize(count + 1));
    }

    @Test
    void lateEventsDoNotRestoreADeletedUser() {
        Person deletedUser = posts.auth.signUp("gone_for_good", "Gone");
        publish(deletedUser, "last words", "key");
        delete(deletedUser);
        awaitErased(deletedUser);

        bus.send(
                new UserRegistered(
                        deletedUser.id(), deletedUser.username(), "Gone", Instant.now(), 9));
        bus.send(new UserProfileUpdated(deletedUser.id(), deletedUser.username(), "Gone", 9));
        bus.send(follow(deletedUser, reader, 9));
        bus.send(follow(reader, deletedUser, 9));
        Person other = posts.auth.signUp("other", "Other");
        bus.send(follow(deletedUser, other, 1));
        bus.send(follow(reader, other, 9));
        await().until(() -> edgesOf(other) == 1);
        // auth's answer may be a second old, so it can still confirm the deleted account.
        Answer publishing = publish(deletedUser, "I am back", "another key");
        Answer again = publish(deletedUser, "last words", "key");
        Answer list = posts.get(reader, "/api/v1/users/" + deletedUser.id() + "/posts");

        assertThat(publishing.status()).isEqualTo(401);
        assertThat(publishing.at("detail")).isEqualTo("This account has been deleted.");
        assertThat(publishing.header("WWW-Authenticate")).isNotNull();
        assertThat(again.status()).isEqualTo(401);
        assertThat(list.status()).isEqualTo(404);
        await().untilAsserted(() -> assertThat(edgesOf(deletedUser)).isZero());
        assertThat(count("author where user_id = " + quoted(deletedUser))).isZero();
        assertThat(liveOrReadablePostsOf(deletedUser)).isZero();
    }

    @Test
    void leavesNothingOfWhatIsPublishedWhileItsAuthorGoes() throws Exception {
        for (int round = 0; round < 5; round++) {
            Person deletedUser = posts.auth.signUp("in_a_hurry_" + round, "Hurry");
            publish(deletedUser, "before", "first");
            Concurrently.run(
                    60,
                    i -> {
                        if (i == 20) {
                            bus.send(deletion(deletedUser));
                        } else {
                            assertThat(publish(deletedUser, "now", "key-" + i).status())
                                    .isIn(201, 401);
                        }
                        return i;
                    });
            awaitErased(deletedUser);
            assertThat(publish(deletedUser, "afterwards", "last").status()).isEqualTo(401);
            assertThat(liveOrReadablePostsOf(deletedUser)).isZero();
        }
    }

    @Test
    void goesOnWhereACrashEndedIt() {
        Person deletedUser = posts.auth.signUp("half_gone", "Half");
        publish(deletedUser, "left over", "key");
        posts.database.query("delete from author where user_id = " + quoted(deletedUser));
        posts.database.query(
                "insert into deleted_user values (" + quoted(deletedUser) + ", now())");

        awaitErased(deletedUser);
        assertThat(liveOrReadablePostsOf(deletedUser)).isZero();
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
