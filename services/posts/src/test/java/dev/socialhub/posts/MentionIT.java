package dev.socialhub.posts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socialhub.contracts.event.EventData;
import dev.socialhub.contracts.event.Topic;
import dev.socialhub.contracts.post.PostDeleted;
import dev.socialhub.contracts.post.UserMentioned;
import dev.socialhub.contracts.user.BlockCreated;
import dev.socialhub.contracts.user.FollowCreated;
import dev.socialhub.contracts.user.UserDeleted;
import dev.socialhub.shared.testing.Answer;
import dev.socialhub.shared.testing.Bus;
import dev.socialhub.shared.testing.FakeAuth.Person;
import dev.socialhub.shared.testing.RunningService;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MentionIT {

    private RunningService posts;
    private Bus bus;
    private Person ada;
    private Person bob;
    private Person cid;

    @BeforeAll
    void start() {
        posts = RunningService.start("posts");
        bus = new Bus();
        ada = known("ada");
        bob = known("bob");
        cid = known("cid");
    }

    @AfterAll
    void stop() {
        bus.close();
        posts.close();
    }

    @Test
    void tellsEachMentionedUserOnceAndNoOther() {
        Answer post = publish("@Bob, @bob and @cid of @ada, not @unknown_user", "public");
        edit(post, "{\"content\":\"still @cid\"}");
        edit(post, "{\"content\":\"@bob again, and @cid\"}");

        assertThat(storedMentions(post)).containsExactly("bob", "cid");
        assertThat(mentionedAtAll(post)).containsExactlyInAnyOrder(bob.id(), cid.id());
        assertThat(events(post))
                .filteredOn(UserMentioned.class::isInstance)
                .first()
                .isInstanceOfSatisfying(
                        UserMentioned.class,
                        event -> {
                            assertThat(event.authorId()).isEqualTo(ada.id());
                            assertThat(event.authorUsername()).isEqualTo("ada");
                            assertThat(event.version()).isEqualTo(1);
                        });
    }

    @Test
    void tellsUsersThatAnEditAdds() {
        Answer post = publish("@bob", "public");
        edit(post, "{\"content\":\"@cid\"}");

        assertThat(storedMentions(post)).containsExactly("cid");
        assertThat(mentionedAtAll(post)).containsExactly(bob.id(), cid.id());
    }

    @Test
    void tellsNoUserOfAPostThatTheyCanNotSee() {
        Person follower = known("follower");
        bus.send(new FollowCreated(follower.id(), "follower", ada.id(), Instant.now(), 1));
        await().until(() -> edges(follower) == 1);
        Answer post = publish("@bob @follower", "private");
        edit(post, "{\"visibility\":\"followers\"}");
        await().untilAsserted(() -> assertThat(mentioned(post)).containsExactly(follower.id()));

        edit(post, "{\"visibility\":\"public\"}");
        assertThat(mentionedAtAll(post)).containsExactly(follower.id(), bob.id());
    }

    @Test
    void tellsNoUserAcrossABlock() {
        Person blocker = known("blocker");
        Person blocked = known("blocked");
        bus.send(new BlockCreated(blocker.id(), ada.id(), Instant.now(), 1));
        bus.send(new BlockCreated(ada.id(), blocked.id(), Instant.now(), 1));
        await().until(() -> edges(blocker) == 1 && edges(blocked) == 1);
        Answer post = publish("@blocker @blocked @bob", "public");
        edit(post, "{\"content\":\"@blocker @blocked\"}");

        assertThat(mentionedAtAll(post)).containsExactly(bob.id());
    }

    @Test
    void forgetsTheMentionsOfADeletedUser() {
        Person leaver = known("leaver");
        Answer post = publish("@leaver and @bob", "public");
        assertThat(storedMentions(post)).containsExactly("leaver", "bob");

        bus.send(new UserDeleted(leaver.id(), Instant.now(), 2));
        await().untilAsserted(() -> assertThat(storedMentions(post)).containsExactly("bob"));
        await().untilAsserted(() ->
                assertThat(
                                posts.database.query(
                                        "select 1 from post_mention where user_id = '"
                                                + leaver.id()
                                                + "'"))
                        .isEmpty());
        assertThat(posts.get(bob, post.location()).at("content")).isEqualTo("@leaver and @bob");
        edit(post, "{\"content\":\"@leaver is no user now\"}");
        assertThat(storedMentions(post)).isEmpty();
    }

    /** A user whose name is replicated, as it is once an event named the user. */
    private Person known(String username) {
        Person person = posts.auth.signUp(username, username);
        assertThat(posts.get(person, "/api/v1/users/" + username + "/posts").status())
                .isEqualTo(200);
        return person;
    }

    private List<String> storedMentions(Answer post) {
        return posts.database.query(
                "select jsonb_array_elements(metadata -> 'mentions') ->> 'username' from post"
                        + " where id = '"
                        + post.at("id")
                        + "'");
    }

    private long edges(Person person) {
        return posts.database
                .query("select 1 from edge where '" + person.id() + "' in (from_id, to_id)")
                .size();
    }

    /** The users that were told so far, in the order of the events. */
    private List<UUID> mentioned(Answer post) {
        return events(post).stream()
                .filter(UserMentioned.class::isInstance)
                .map(event -> ((UserMentioned) event).mentionedId())
                .toList();
    }

    /** The users that were told at all: the deletion's event comes after all others. */
    private List<UUID> mentionedAtAll(Answer post) {
        assertThat(posts.delete(ada, post.location()).status()).isEqualTo(204);
        await().untilAsserted(
                        () -> assertThat(events(post)).last().isInstanceOf(PostDeleted.class));
        return mentioned(post);
    }

    private List<EventData> events(Answer post) {
        return bus.about(Topic.POST, post.at("id"));
    }

    private Answer edit(Answer post, String body) {
        return posts.patch(ada, "/api/v1/posts/" + post.at("id"), body);
    }

    private Answer publish(String content, String visibility) {
        return posts.post(
                ada,
                "/api/v1/posts",
                "{\"content\":\"%s\",\"visibility\":\"%s\"}".formatted(content, visibility));
    }
}
