package dev.socialhub.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socialhub.contracts.event.Event;
import dev.socialhub.contracts.event.Topic;
import dev.socialhub.contracts.user.FollowCreated;
import dev.socialhub.contracts.user.FollowDeleted;
import dev.socialhub.contracts.user.UserDeleted;
import dev.socialhub.contracts.user.UserRegistered;
import dev.socialhub.notifications.head.HeadStore;
import dev.socialhub.notifications.notification.Examples;
import dev.socialhub.shared.identity.ServiceTokens;
import dev.socialhub.shared.testing.Bus;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.common.utils.Utils;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Which users are notified of new followers, and what becomes of deleted users' notifications. */
class FollowersAndLeaversIT {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String LIST = "/api/v1/notifications";

    private static RunningNotifications service;
    private static Bus bus;

    private final UUID ada = UUID.randomUUID();
    private final UUID bob = UUID.randomUUID();

    @BeforeAll
    static void start() throws Exception {
        service = new RunningNotifications(RunningNotifications.newDatabase());
        bus = new Bus();
        await().atMost(SOON)
                .until(() -> service.send("GET", "/health/readiness").statusCode() == 200);
        // The first send waits until the consumer has made the topics.
        UUID probe = UUID.randomUUID();
        bus.send(Examples.postBy(probe));
        await().atMost(SOON).until(() -> list(probe).contains("created a new post"));
    }

    @AfterAll
    static void stop() {
        bus.close();
        service.close();
    }

    @Test
    void tellsTheFollowedOneOfAFollowerOnce() {
        Event follow = bus.send(new FollowCreated(ada, "ada", bob, Instant.now(), 1));
        await().atMost(SOON).until(() -> list(bob).contains("ada started following you"));
        assertThat(list(bob))
                .contains("\"type\":\"FOLLOW\"")
                .contains("\"actor\":{\"id\":\"%s\",\"username\":\"ada\"}".formatted(ada))
                .contains("\"entity\":{\"type\":\"user\",\"id\":\"%s\"}".formatted(ada));

        bus.send(follow);
        bus.replay(follow, service.group());
        bus.send(new FollowDeleted(ada, bob, Instant.now(), 2));
        bus.send(new FollowCreated(ada, "ada", bob, Instant.now(), 3));
        awaitEverythingBefore(ada);
        assertThat(unread(bob)).isEqualTo(1);
        assertThat(unread(ada)).isZero();
    }

    @Test
    void erasesTheNotificationsOfDeletedUsersAndAddsNoMore() {
        Event follow = bus.send(new FollowCreated(ada, "ada", bob, Instant.now(), 1));
        Event welcome = bus.send(new UserRegistered(bob, "bob", "Bob", Instant.now(), 1));
        await().atMost(SOON).until(() -> unread(bob) == 2);
        assertThat(ask("people/" + bob).body())
                .isEqualTo(
                        "{\"deletedAt\":null,\"erased\":false,"
                                + "\"facts\":{\"notifications\":2,\"unread\":2}}");

        Event deleted = bus.send(new UserDeleted(bob, Instant.now(), 2));
        await().atMost(SOON).until(() -> list(bob).contains("\"items\":[]"));
        assertThat(unread(bob)).isZero();
        assertThat(ask("people/" + bob).body())
                .contains("\"erased\":true,\"facts\":{\"notifications\":0,\"unread\":0}");

        bus.send(follow);
        bus.replay(welcome, service.group());
        bus.send(Examples.postBy(bob));
        bus.send(deleted);
        bus.send(new FollowCreated(ada, "ada", bob, Instant.now(), 1));
        awaitEverythingBefore(ada);
        await().during(Duration.ofSeconds(1))
                .atMost(SOON)
                .until(() -> list(bob).contains("\"items\":[]") && unread(bob) == 0);
    }

    @Test
    void aReplayLeavesNoTraceInTheRowOfTheDeleted() {
        Event welcome = bus.send(new UserRegistered(ada, "ada", "Ada", Instant.now(), 1));
        Event deleted = bus.send(new UserDeleted(ada, Instant.now(), 2));
        awaitEverythingBefore(ofSamePartition(ada));
        Map<UUID, Long> before = lastNumber(ada);
        assertThat(before).containsOnlyKeys(ada);

        bus.replay(welcome, service.group());
        bus.replay(deleted, service.group());
        UUID reader = UUID.randomUUID();
        bus.replay(
                new Event(
                        UUID.randomUUID(),
                        Instant.now(),
                        null,
                        new FollowCreated(ofSamePartition(ada), "eve", reader, Instant.now(), 1)),
                service.group());
        await().atMost(SOON).until(() -> unread(reader) == 1);
        assertThat(lastNumber(ada)).isEqualTo(before);
    }

    @Test
    void removesTheNotificationsOfOthersAboutDeletedUsers() {
        Event follow = bus.send(new FollowCreated(ada, "ada", bob, Instant.now(), 1));
        bus.send(new UserRegistered(bob, "bob", "Bob", Instant.now(), 1));
        await().atMost(SOON).until(() -> unread(bob) == 2);
        bus.send(new UserDeleted(ada, Instant.now(), 2));
        await().atMost(SOON).until(() -> unread(bob) == 1);
        assertThat(list(bob)).contains("Welcome").doesNotContain("ada started following you");

        bus.send(follow);
        bus.replay(follow, service.group());
        UUID carl = UUID.randomUUID();
        bus.send(new FollowCreated(ada, "ada", carl, Instant.now(), 1));
        bus.send(new UserRegistered(carl, "carl", "Carl", Instant.now(), 1));
        bus.send(new FollowCreated(bob, "bob", carl, Instant.now(), 1));
        await().atMost(SOON).until(() -> list(carl).contains("bob started following you"));
        await().atMost(SOON).until(() -> unread(carl) == 2);
        assertThat(list(carl)).doesNotContain("ada started");
        assertThat(unread(bob)).isEqualTo(1);
    }

    @Test
    void answersOperatorsWithoutADatabase() {
        assertThat(ask("identity").body())
                .startsWith("{\"service\":\"notifications\",\"version\":")
                .contains("\"signingKeys\":[");
        assertThat(ask("consumers").body())
                .isEqualTo(
                        "{\"consumers\":[{\"group\":\"%s\",".formatted(service.group())
                                + "\"topics\":[\"POST_TOPIC\",\"USER_TOPIC\"],"
                                + "\"replay\":\"PROJECT\"}]}");
        assertThat(
                        ask("consumers/%s/events/01920000-0000-7000-8000-000000000001"
                                        .formatted(service.group()))
                                .body())
                .isEqualTo("{\"claimedAt\":null}");
        assertThat(ask("schema").body())
                .isEqualTo("{\"missing\":[],\"different\":[],\"pendingMigrations\":[]}");
        assertThat(ask("outbox").statusCode()).isEqualTo(404);
        assertThat(service.send("GET", "/internal/ops/consumers").statusCode()).isEqualTo(401);
        assertThat(service.sendAs(ada, "GET", "/internal/ops/consumers").statusCode())
                .isEqualTo(403);
    }

    /** One user's events keep their order, and all are handled once the last effect is visible. */
    private static void awaitEverythingBefore(UUID actor) {
        UUID reader = UUID.randomUUID();
        bus.send(new FollowCreated(actor, "ada", reader, Instant.now(), 1));
        await().atMost(SOON).until(() -> unread(reader) == 1);
    }

    /** A user whose events stay in order with those of another, but cause no notification. */
    private static UUID ofSamePartition(UUID person) {
        return Stream.generate(UUID::randomUUID)
                .filter(one -> partition(one) == partition(person))
                .findFirst()
                .orElseThrow();
    }

    private static int partition(UUID person) {
        byte[] key = person.toString().getBytes(StandardCharsets.UTF_8);
        return Utils.toPositive(Utils.murmur2(key)) % Topic.PARTITIONS;
    }

    private static Map<UUID, Long> lastNumber(UUID user) {
        return service.bean(HeadStore.class).lastSeqs(List.of(user));
    }

    private static String list(UUID user) {
        return service.sendAs(user, "GET", LIST).body();
    }

    private static long unread(UUID user) {
        return service.ask(user, "GET", LIST + "/unread-count").get("count").getLongValue();
    }

    private static HttpResponse<String> ask(String what) {
        String token = service.bean(ServiceTokens.class).issue();
        return service.send("GET", "/internal/ops/" + what, "Authorization", "Bearer " + token);
    }
}
