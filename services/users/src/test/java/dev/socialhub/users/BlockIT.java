package dev.socialhub.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socialhub.contracts.event.Topic;
import dev.socialhub.contracts.user.BlockCreated;
import dev.socialhub.contracts.user.BlockDeleted;
import dev.socialhub.contracts.user.FollowCreated;
import dev.socialhub.contracts.user.FollowDeleted;
import dev.socialhub.shared.testing.Answer;
import dev.socialhub.shared.testing.Bus;
import dev.socialhub.shared.testing.FakeAuth.Person;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BlockIT {

    private static final String USERS = UsersServer.USERS;

    private UsersServer users;
    private Person ann;
    private Person bob;

    @BeforeAll
    void start() {
        users = UsersServer.start();
    }

    @BeforeEach
    void people() {
        ann = users.member();
        bob = users.member();
    }

    @AfterAll
    void stop() {
        users.close();
    }

    @Test
    void endsFollowsInBothDirectionsAndTellsOfIt() {
        users.follow(ann, bob);
        users.follow(bob, ann);

        Answer blocked = users.block(ann, bob);
        assertThat(blocked.text())
                .isEqualTo(
                        "{\"relationship\":{\"following\":false,\"followedBy\":false,\"blocking\":true}}");
        assertThat(users.block(ann, bob).text()).isEqualTo(blocked.text());
        assertThat(users.counts(ann)).containsExactly(0, 0);
        assertThat(users.counts(bob)).containsExactly(0, 0);
        assertThat(users.unblock(ann, bob).at("relationship.blocking")).isEqualTo("false");
        assertThat(users.unblock(ann, bob).status()).isEqualTo(200);
        assertThat(users.get(bob, USERS + ann.id()).at("isFollowing")).isEqualTo("false");

        try (Bus bus = new Bus()) {
            String there = ann.id() + ":" + bob.id();
            String back = bob.id() + ":" + ann.id();
            await().untilAsserted(() -> assertThat(bus.about(Topic.USER, there)).hasSize(4));
            assertThat(bus.about(Topic.USER, there))
                    .hasExactlyElementsOfTypes(
                            FollowCreated.class,
                            FollowDeleted.class,
                            BlockCreated.class,
                            BlockDeleted.class);
            await().untilAsserted(() -> assertThat(bus.about(Topic.USER, back)).hasSize(2));
        }
    }

    @Test
    void makesTheBlockerInvisibleToTheBlocked() {
        Person third = users.member();
        users.follow(ann, third);
        users.follow(third, ann);
        users.block(ann, bob);

        for (String path :
                List.of(
                        ann.id().toString(),
                        ann.username(),
                        ann.id() + "/counts",
                        ann.id() + "/followers",
                        ann.id() + "/following",
                        "me/followers?userId=" + ann.id())) {
            assertThat(users.get(bob, USERS + path).status()).as(path).isEqualTo(404);
        }
        for (Answer answer :
                List.of(
                        users.follow(bob, ann),
                        users.unfollow(bob, ann),
                        users.toggle(bob, ann),
                        users.service.delete(bob, USERS + ann.id() + "/follower"))) {
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.at("detail")).isEqualTo("There is no such user.");
        }
        assertThat(users.all(bob, USERS + third.id() + "/followers", "id")).isEmpty();
        assertThat(users.all(bob, USERS + third.id() + "/following", "id")).isEmpty();
        assertThat(users.all(third, USERS + "me/followers", "id"))
                .containsExactly(ann.id().toString());
        assertThat(
                        users.get(bob, USERS + "relationships?ids=" + ann.id())
                                .at("items.0.relationship.blocking"))
                .isEqualTo("false");
    }

    @Test
    void letsTheBlockerSeeButNotFollow() {
        users.block(ann, bob);

        assertThat(users.get(ann, USERS + bob.id()).at("relationship.blocking")).isEqualTo("true");
        for (Answer answer : List.of(users.follow(ann, bob), users.toggle(ann, bob))) {
            assertThat(answer.status()).isEqualTo(409);
            assertThat(answer.at("type")).endsWith(":person-blocked");
        }
        Answer own = users.get(ann, "/api/v1/blocks");
        assertThat(own.at("items.0.id")).isEqualTo(bob.id().toString());
        assertThat(own.at("items.0.blockedAt")).endsWith("Z");
        assertThat(users.all(bob, "/api/v1/blocks", "id")).isEmpty();
    }

    @Test
    void letsBothBlockAndUnblockEachOther() {
        users.block(ann, bob);
        assertThat(users.block(bob, ann).at("relationship.blocking")).isEqualTo("true");
        assertThat(users.all(bob, "/api/v1/blocks", "id")).containsExactly(ann.id().toString());
        assertThat(users.get(ann, USERS + bob.id()).status()).isEqualTo(404);

        users.unblock(ann, bob);
        assertThat(users.get(ann, USERS + bob.id()).status()).isEqualTo(404);
        assertThat(users.get(bob, USERS + ann.id()).status()).isEqualTo(200);
        users.unblock(bob, ann);
        assertThat(users.follow(ann, bob).status()).isEqualTo(200);
    }

    @Test
    void refusesTheCallerAndUnknownUsers() {
        assertThat(users.block(ann, ann).status()).isEqualTo(422);
        assertThat(users.put(ann, USERS + UUID.randomUUID() + "/block").status()).isEqualTo(404);
        assertThat(users.service.post(ann, USERS + bob.id() + "/block", "").status())
                .isEqualTo(405);
    }
}
