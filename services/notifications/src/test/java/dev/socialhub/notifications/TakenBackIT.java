package dev.socialhub.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socialhub.contracts.event.Event;
import dev.socialhub.contracts.event.EventData;
import dev.socialhub.contracts.post.PostCreated;
import dev.socialhub.contracts.post.PostDeleted;
import dev.socialhub.contracts.user.BlockCreated;
import dev.socialhub.contracts.user.FollowCreated;
import dev.socialhub.contracts.user.FollowDeleted;
import dev.socialhub.notifications.notification.Examples;
import dev.socialhub.shared.testing.Bus;
import dev.socialhub.shared.testing.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A notification doesn't outlive its fact, from the bus to its reader. */
class TakenBackIT {

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
        awaitShown(probe, 1);
    }

    @AfterAll
    static void stop() {
        bus.close();
        service.close();
    }

    @Test
    void aDeletedPostIsNeitherListedNorCountedNorMarked() {
        Event first = bus.send(Examples.postBy(ada).data());
        Event second = bus.send(Examples.postBy(ada).data());
        awaitShown(ada, 1, 2);
        String seq = seqOf(first);
        Event deleted = bus.send(deletion(first));
        await().atMost(SOON).until(() -> unread(ada) == 1);
        assertThat(items(ada)).hasSize(1);
        assertThat(service.sendAs(ada, "PUT", LIST + "/" + ada + ":" + seq + "/read").statusCode())
                .isEqualTo(404);

        bus.send(deleted);
        bus.send(first);
        bus.replay(first, service.group());
        bus.replay(second, service.group());
        bus.replay(deleted, service.group());
        Event third = Examples.postBy(ada);
        bus.replay(third, service.group());
        await().atMost(SOON).until(() -> items(ada).size() == 2);
        assertThat(items(ada))
                .extracting(item -> item.get("seq").getLongValue())
                .contains(3L)
                .doesNotContain(Long.valueOf(seq));
        assertThat(unread(ada)).isEqualTo(2);
    }

    @Test
    void aPostDeletedBeforeItsNotificationIsNeverAnnounced() {
        Event post = Examples.postBy(ada);
        bus.send(deletion(post));
        bus.send(post);
        bus.send(ofSamePartitionAs(post));
        awaitShown(bob, 1);
        assertThat(items(ada)).isEmpty();
        assertThat(unread(ada)).isZero();
    }

    @Test
    void aFollowIsShownAsLongAsItStands() {
        bus.send(followed(1));
        awaitShown(bob, 1);
        Event second = bus.send(unfollowed(2));
        awaitShown(bob);
        assertThat(unread(bob)).isZero();
        bus.send(followed(3));
        awaitShown(bob, 1);
        assertThat(unread(bob)).isEqualTo(1);
        bus.send(second);
        bus.send(followed(1));
        service.ask(bob, "PUT", LIST + "/read-all");
        bus.send(unfollowed(4));
        awaitShown(bob);
        bus.send(followed(5));
        awaitShown(bob, 1);
        assertThat(unread(bob)).isZero();
    }

    @Test
    void aBlockRetractsNotificationsAboutEachOther() {
        bus.send(followed(1));
        bus.send(new FollowCreated(bob, "bob", ada, Instant.now(), 1));
        UUID eve = UUID.randomUUID();
        bus.send(new FollowCreated(eve, "eve", bob, Instant.now(), 1));
        await().atMost(SOON).until(() -> unread(bob) == 2 && unread(ada) == 1);

        bus.send(new BlockCreated(bob, ada, Instant.now(), 1));
        await().atMost(SOON).until(() -> unread(bob) == 1 && unread(ada) == 0);
        assertThat(items(ada)).isEmpty();
        assertThat(items(bob))
                .singleElement()
                .satisfies(item ->
                        assertThat(item.get("actor").get("username").getStringValue())
                                .isEqualTo("eve"));
    }

    @Test
    void marksThatAreMadeMeanwhileStandBesideIt() throws InterruptedException {
        List<Event> posts = Stream.generate(() -> Examples.postBy(ada)).limit(40).toList();
        posts.forEach(bus::send);
        await().atMost(SOON).until(() -> unread(ada) == 40);
        Thread reader =
                Thread.ofVirtual()
                        .start(() -> {
                            for (int seq = 1; seq <= 40; seq += 2) {
                                String id = "/" + ada + ":" + seq;
                                service.sendAs(ada, "PUT", LIST + id + "/read");
                            }
                        });
        posts.subList(0, 20).forEach(post -> bus.send(deletion(post)));
        reader.join();
        await().atMost(SOON).until(() -> items(ada).size() == 20);
        long read = items(ada).stream().filter(item -> item.get("read").getBooleanValue()).count();
        assertThat(unread(ada)).isEqualTo(20 - read);
    }

    private static EventData deletion(Event post) {
        PostCreated data = (PostCreated) post.data();
        return new PostDeleted(data.postId(), data.authorId(), Instant.now(), 2);
    }

    /** Handled after all that was sent of this post; tells bob. */
    private EventData ofSamePartitionAs(Event post) {
        PostCreated data = (PostCreated) post.data();
        return new PostCreated(
                data.postId(), bob, "bob", "hi", data.visibility(), Instant.now(), List.of(), 1);
    }

    private EventData followed(long version) {
        return new FollowCreated(ada, "ada", bob, Instant.now(), version);
    }

    private EventData unfollowed(long version) {
        return new FollowDeleted(ada, bob, Instant.now(), version);
    }

    private String seqOf(Event post) {
        return items(ada).stream()
                .filter(item ->
                        item.get("entity").get("id").getStringValue().equals(post.data().subject()))
                .map(item -> Long.toString(item.get("seq").getLongValue()))
                .findFirst()
                .orElseThrow();
    }

    private static void awaitShown(UUID user, long... seqs) {
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(items(user))
                                .extracting(item -> item.get("seq").getLongValue())
                                .containsExactlyInAnyOrderElementsOf(
                                        LongStream.of(seqs).boxed().toList()));
    }

    private static List<Json> items(UUID user) {
        return service.ask(user, "GET", LIST + "?limit=100").get("items").values();
    }

    private static long unread(UUID user) {
        return service.ask(user, "GET", LIST + "/unread-count").get("count").getLongValue();
    }
}
