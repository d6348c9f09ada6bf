package dev.socialhub.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socialhub.contracts.event.EventData;
import dev.socialhub.contracts.event.Topic;
import dev.socialhub.contracts.user.FollowCreated;
import dev.socialhub.contracts.user.FollowDeleted;
import dev.socialhub.shared.testing.Answer;
import dev.socialhub.shared.testing.Bus;
import dev.socialhub.shared.testing.FakeAuth.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FollowIT {

    private static final String USERS = UsersServer.USERS;

    private UsersServer users;
    private Person ann;
    private Person bob;

    @BeforeAll
    void start() {
        users = UsersServer.start(Map.of("users.follow-limit", 3));
    }

    @BeforeEach
    void people() {
        ann = users.somebody();
        bob = users.somebody();
    }

    @AfterAll
    void stop() {
        users.close();
    }

    @Test
    void followsOnceHoweverOftenAsked() {
        Answer first = users.follow(ann, bob);
        assertThat(first.status()).as(first.text()).isEqualTo(200);
        assertThat(first.text())
                .isEqualTo(
                        "{\"relationship\":{\"following\":true,\"followedBy\":false,\"blocking\":false}}");
        assertThat(users.follow(ann, bob).text()).isEqualTo(first.text());
        assertThat(users.counts(ann)).containsExactly(0, 1);
        assertThat(users.counts(bob)).containsExactly(1, 0);

        Answer shown = users.get(ann, USERS + bob.username());
        assertThat(shown.at("isFollowing")).isEqualTo("true");
        assertThat(shown.at("relationship.following")).isEqualTo("true");
        assertThat(shown.at("counts.followers")).isEqualTo("1");
        Answer back = users.get(bob, USERS + ann.id());
        assertThat(back.at("isFollowing")).isEqualTo("false");
        assertThat(back.at("relationship.followedBy")).isEqualTo("true");

        Answer ended = users.unfollow(ann, bob);
        assertThat(ended.at("relationship.following")).isEqualTo("false");
        assertThat(users.unfollow(ann, bob).text()).isEqualTo(ended.text());
        assertThat(users.counts(ann)).containsExactly(0, 0);
        assertThat(users.counts(bob)).containsExactly(0, 0);
        assertThat(version(ann, bob)).isEqualTo(2);
    }

    @Test
    void tellsOfEveryChangeOnceAndInOrder() {
        users.follow(ann, bob);
        users.follow(ann, bob);
        users.unfollow(ann, bob);
        users.unfollow(ann, bob);
        users.toggle(ann, bob);

        String edge = ann.id() + ":" + bob.id();
        try (Bus bus = new Bus()) {
            await().untilAsserted(() -> assertThat(bus.about(Topic.USER, edge)).hasSize(3));
            List<EventData> events = bus.about(Topic.USER, edge);
            assertThat(events).extracting(EventData::version).containsExactly(1L, 2L, 3L);
            assertThat(events.getFirst())
                    .isInstanceOfSatisfying(
                            FollowCreated.class,
                            e -> {
                                assertThat(e.followerUsername()).isEqualTo(ann.username());
                                assertThat(e.followeeId()).isEqualTo(bob.id());
                            });
            assertThat(events.get(1)).isInstanceOf(FollowDeleted.class);
        }
    }

    @Test
    void togglesOnceUnderAKey() {
        assertThat(users.toggle(ann, bob).at("relationship.following")).isEqualTo("true");
        assertThat(users.toggle(ann, bob).at("relationship.following")).isEqualTo("false");

        Answer first = users.toggle(ann, bob, "Idempotency-Key", "k1");
        Answer again = users.toggle(ann, bob, "Idempotency-Key", "k1");
        assertThat(first.at("relationship.following")).isEqualTo("true");
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(version(ann, bob)).isEqualTo(3);
    }

    @Test
    void takesAFollowerAway() {
        users.follow(bob, ann);

        Answer answer = users.service.delete(ann, USERS + bob.username() + "/follower");
        assertThat(answer.at("relationship.followedBy")).isEqualTo("false");
        assertThat(users.service.delete(ann, USERS + bob.id() + "/follower").text())
                .isEqualTo(answer.text());
        assertThat(users.counts(bob)).containsExactly(0, 0);
        assertThat(users.get(bob, USERS + ann.id()).at("isFollowing")).isEqualTo("false");
    }

    @Test
    void listsFollowersAndFollowedUsersInPages() {
        List<String> newestFirst = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            Person follower = users.somebody();
            users.follow(follower, bob);
            newestFirst.addFirst(follower.username());
        }
        users.follow(bob, ann);

        for (String path : List.of(bob.id().toString(), bob.username(), "me?userId=" + bob.id())) {
            String list = path.replaceFirst("(\\?|$)", "/followers$1");
            list += (list.contains("?") ? "&" : "?") + "limit=2";
            assertThat(users.all(ann, USERS + list, "username")).as(list).isEqualTo(newestFirst);
        }
        assertThat(users.all(bob, USERS + "me/followers", "username")).isEqualTo(newestFirst);
        Answer following = users.get(ann, USERS + bob.id() + "/following");
        assertThat(following.at("items.0.id")).isEqualTo(ann.id().toString());
        assertThat(following.at("items.0.name")).isEqualTo(ann.name());
        assertThat(following.at("items.0.followedAt")).endsWith("Z");
        assertThat(following.json().get("nextCursor").isNull()).isTrue();
        assertThat(users.get(ann, USERS + bob.id() + "/counts").text())
                .isEqualTo("{\"followers\":5,\"following\":1}");
        assertThat(users.get(ann, USERS + "me/counts?userId=" + bob.id()).text())
                .isEqualTo("{\"followers\":5,\"following\":1}");
    }

    @Test
    void tellsManyRelationshipsAtOnce() {
        users.follow(ann, bob);
        Person fan = users.somebody();
        users.follow(fan, ann);
        UUID nobody = UUID.randomUUID();

        Answer answer =
                users.get(
                        ann,
                        USERS
                                + "relationships?ids="
                                + String.join(
                                        ",",
                                        bob.id().toString(),
                                        nobody.toString(),
                                        fan.id().toString(),
                                        bob.id().toString()));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.json().get("items").size()).isEqualTo(3);
        assertThat(answer.at("items.0.relationship.following")).isEqualTo("true");
        assertThat(answer.at("items.1.id")).isEqualTo(nobody.toString());
        assertThat(answer.at("items.1.relationship.followedBy")).isEqualTo("false");
        assertThat(answer.at("items.2.relationship.followedBy")).isEqualTo("true");
    }

    @Test
    void refusesTheCallerUnknownUsersAndTooMany() {
        Answer self = users.follow(ann, ann);
        assertThat(self.status()).isEqualTo(422);
        assertThat(self.at("errors.0.field")).isEqualTo("user");
        assertThat(users.put(ann, USERS + "me/follow").status()).isEqualTo(422);
        assertThat(users.put(ann, USERS + UUID.randomUUID() + "/follow").status()).isEqualTo(404);
        assertThat(users.put(ann, USERS + "x/follow").status()).isEqualTo(404);
        assertThat(users.get(ann, USERS + "no_such_user/followers").status()).isEqualTo(404);

        List<Person> others = List.of(users.somebody(), users.somebody(), users.somebody());
        others.forEach(one -> assertThat(users.follow(ann, one).status()).isEqualTo(200));
        Answer tooMany = users.follow(ann, bob);
        assertThat(tooMany.status()).isEqualTo(409);
        assertThat(tooMany.at("type")).endsWith(":follow-limit-reached");
        assertThat(users.follow(ann, others.getFirst()).status()).isEqualTo(200);
        users.unfollow(ann, others.getFirst());
        assertThat(users.follow(ann, bob).status()).isEqualTo(200);
    }

    @Test
    void refusesOddQuestions() {
        String ids = "relationships?ids=";
        SoftAssertions.assertSoftly(softly -> {
            for (String query :
                    List.of(
                            "me/followers?limit=0",
                            "me/following?limit=101",
                            "me/followers?cursor=x",
                            "relationships",
                            ids,
                            ids + "x",
                            ids + ann.id() + ",",
                            ids + (UUID.randomUUID() + ",").repeat(2) + "%00",
                            ids
                                    + String.join(
                                            ",",
                                            java.util.stream.Stream.generate(UUID::randomUUID)
                                                    .limit(101)
                                                    .map(UUID::toString)
                                                    .toList()))) {
                Answer answer = users.get(ann, USERS + query);
                softly.assertThat(answer.status())
                        .as(query + " -> " + answer.text())
                        .isIn(400, 422);
            }
        });
        assertThat(users.get(ann, USERS + "me/followers?userId=no_one_here").status())
                .isEqualTo(404);
        assertThat(users.toggle(ann, bob, "Idempotency-Key", "with space").status()).isEqualTo(422);
    }

    @Test
    void wantsAGoodTokenOnEveryRoute() {
        refusesAll(null);
        users.service.auth.forgers(ann).forEach(this::refusesAll);
    }

    private void refusesAll(@Nullable Person forger) {
        for (Answer answer :
                List.of(
                        users.follow(forger, bob),
                        users.unfollow(forger, bob),
                        users.toggle(forger, bob),
                        users.block(forger, bob),
                        users.unblock(forger, bob),
                        users.service.delete(forger, USERS + bob.id() + "/follower"),
                        users.get(forger, USERS + "me/followers"),
                        users.get(forger, USERS + "me/following"),
                        users.get(forger, USERS + "me/counts"),
                        users.get(forger, USERS + "relationships?ids=" + bob.id()),
                        users.get(forger, "/api/v1/blocks"))) {
            assertThat(answer.status()).as(answer.response().uri().toString()).isEqualTo(401);
        }
    }

    private long version(Person from, Person to) {
        return Long.parseLong(
                users.ask(
                        "select version from edge where kind = 'follow' and from_id = ?"
                                + " and to_id = ?",
                        from.id(),
                        to.id()));
    }
}
