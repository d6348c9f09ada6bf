package dev.socialhub.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socialhub.contracts.event.Event;
import dev.socialhub.contracts.user.UserDeleted;
import dev.socialhub.contracts.user.UserRegistered;
import dev.socialhub.shared.testing.Answer;
import dev.socialhub.shared.testing.Bus;
import dev.socialhub.shared.testing.Concurrently;
import dev.socialhub.shared.testing.FakeAuth.Person;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ErasureIT {

    private static final String USERS = UsersServer.USERS;
    private static final String EDGES_OF = "select count(*) from edge where ? in (from_id, to_id)";

    private UsersServer users;
    private Bus bus;

    @BeforeAll
    void start() {
        users = UsersServer.start();
        bus = new Bus();
    }

    @AfterAll
    void stop() {
        bus.close();
        users.close();
    }

    @Test
    void erasesAUserAndTheEdgesOfOthersToThem() {
        Person gone = users.member();
        Person follower = users.member();
        Person followee = users.member();
        users.follow(follower, gone);
        users.follow(gone, followee);
        users.follow(gone, follower);
        users.unfollow(gone, follower);
        users.block(gone, users.member());
        users.get(follower, USERS + gone.id());

        bus.send(deleted(gone));

        awaitErased(gone);
        assertThat(users.ask(EDGES_OF, gone.id())).isEqualTo("0");
        assertThat(users.counts(follower)).containsExactly(0, 0);
        assertThat(users.counts(followee)).containsExactly(0, 0);
        for (Answer answer :
                List.of(
                        users.get(follower, USERS + gone.username()),
                        users.get(follower, USERS + gone.id() + "/followers"),
                        users.follow(follower, gone),
                        users.block(follower, gone))) {
            assertThat(answer.status()).as(answer.text()).isEqualTo(404);
        }
        assertThat(users.all(followee, USERS + "me/followers", "id")).isEmpty();
    }

    @Test
    void noRequestOrEventRestoresADeletedUser() {
        Person gone = users.member();
        Person other = users.member();
        Event registered = bus.send(registered(gone));
        bus.send(deleted(gone));
        awaitErased(gone);

        // A late event, a repeated event, and requests with a token that is still valid.
        bus.send(registered(gone));
        bus.replay(registered, users.service.database.name());
        bus.send(deleted(gone));
        for (Answer answer :
                List.of(
                        users.get(gone, USERS + "me"),
                        users.service.patch(gone, USERS + "me", "{\"bio\":\"still here\"}"),
                        users.follow(gone, other),
                        users.block(gone, other),
                        users.get(gone, USERS + "me/counts"),
                        users.get(gone, USERS + "me/followers"))) {
            assertThat(answer.status()).as(answer.text()).isEqualTo(401);
            assertThat(answer.at("detail")).isEqualTo("This account has been deleted.");
        }
        Person last = users.service.auth.stranger("z" + gone.username().substring(1), "Last");
        bus.send(new UserRegistered(last.id(), last.username(), last.name(), Instant.now(), 1));
        await().untilAsserted(() ->
                assertThat(users.get(other, USERS + gone.id()).status()).isEqualTo(404));
        assertThat(users.ask("select count(*) from profile where user_id = ?", gone.id()))
                .isEqualTo("0");
    }

    @Test
    void leavesNoEdgeAndNoWrongNumberHoweverManyFollowMeanwhile() throws Exception {
        Person gone = users.member();
        List<Person> others = IntStream.range(0, 20).mapToObj(_ -> users.member()).toList();
        Concurrently.run(
                101,
                i -> {
                    if (i == 50) {
                        return bus.send(deleted(gone));
                    }
                    Person other = others.get(i % others.size());
                    return i % 2 == 0 ? users.toggle(other, gone) : users.toggle(gone, other);
                });

        awaitErased(gone);
        assertThat(users.ask(EDGES_OF, gone.id())).isEqualTo("0");
        for (Person other : others) {
            assertThat(users.counts(other)).containsExactly(0, 0);
        }
        assertThat(
                        users.ask(
                                "select count(*) from (select user_id from follow_delta union all"
                                        + " select user_id from follow_count) n where user_id = ?",
                                gone.id()))
                .isEqualTo("0");
    }

    private void awaitErased(Person person) {
        await().untilAsserted(() ->
                assertThat(
                                users.ask(
                                        "select count(*) from deleted_user"
                                                + " where erased_at is not null and user_id = ?",
                                        person.id()))
                        .isEqualTo("1"));
        assertThat(users.get(person, USERS + person.id()).status()).isEqualTo(404);
    }

    private static UserDeleted deleted(Person person) {
        return new UserDeleted(person.id(), Instant.now(), 2);
    }

    private static UserRegistered registered(Person person) {
        return new UserRegistered(person.id(), person.username(), person.name(), Instant.now(), 1);
    }
}
