package dev.socialhub.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socialhub.contracts.event.Event;
import dev.socialhub.contracts.user.UserRegistered;
import dev.socialhub.notifications.notification.Examples;
import dev.socialhub.shared.testing.Bus;
import dev.socialhub.shared.testing.Json;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** From the bus through MongoDB to the reader. */
class NotificationsIT {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String LIST = "/api/v1/notifications";

    private static RunningNotifications service;
    private static Bus bus;

    private final UUID ada = UUID.randomUUID();

    @BeforeAll
    static void start() throws Exception {
        service = new RunningNotifications(RunningNotifications.newDatabase());
        bus = new Bus();
        awaitReady();
    }

    private static void awaitReady() {
        await().atMost(SOON)
                .until(() -> service.send("GET", "/health/readiness").statusCode() == 200);
        // The first send waits until the consumer has made the topics.
        UUID probe = UUID.randomUUID();
        bus.send(Examples.postBy(probe));
        awaitCount(probe, 1);
    }

    @AfterAll
    static void stop() {
        bus.close();
        service.close();
    }

    @Test
    void tellsTheAuthorOfAPostOnceThoughTheEventCameTwice() {
        Event event = Examples.postBy(ada);
        bus.send(event);
        bus.send(event);
        Event last = Examples.postBy(ada);
        bus.send(last);
        awaitCount(ada, 2);
        bus.replay(event, "feed," + service.group());
        bus.replay(last, "feed");
        Event after = Examples.postBy(ada);
        bus.replay(after, service.group());
        awaitCount(ada, 3);

        Json newest = items(ada, LIST).getFirst();
        assertThat(newest.get("id").getStringValue()).isEqualTo(ada + ":3");
        assertThat(newest.get("seq").getLongValue()).isEqualTo(3);
        assertThat(newest.get("type").getStringValue()).isEqualTo("POST");
        assertThat(newest.get("message").getStringValue()).isEqualTo("You created a new post!");
        assertThat(newest.get("actor").get("username").getStringValue()).isEqualTo("ada");
        assertThat(newest.get("actor").get("id").getStringValue()).isEqualTo(ada.toString());
        assertThat(newest.get("entity").get("type").getStringValue()).isEqualTo("post");
        assertThat(newest.get("entity").get("id").getStringValue())
                .isEqualTo(after.data().subject());
        assertThat(newest.get("read").getBooleanValue()).isFalse();
        assertThat(Instant.parse(newest.get("createdAt").getStringValue()))
                .isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(1));
    }

    @Test
    void welcomesANewcomer() {
        bus.send(
                new Event(
                        UUID.randomUUID(),
                        Instant.now(),
                        null,
                        new UserRegistered(ada, "ada", "Ada Lovelace", Instant.now(), 1)));
        awaitCount(ada, 1);
        assertThat(items(ada, LIST).getFirst().get("message").getStringValue())
                .isEqualTo("Welcome to SocialHub, Ada Lovelace!");
    }

    @Test
    void putsPoisonAsideWithItsReasonAndGoesOn() {
        String key = UUID.randomUUID().toString();
        bus.send("POST_TOPIC", key, "poison " + key);
        Event after = Examples.postBy(ada);
        bus.send(after);
        bus.send("POST_TOPIC", key, "{\"specversion\":\"1.0\",\"type\":\"post.exploded\"}");
        awaitCount(ada, 1);
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(bus.records(service.deadLetters()))
                                .filteredOn(deadLetter -> isText(deadLetter, "poison " + key))
                                .singleElement()
                                .satisfies(deadLetter ->
                                        assertThat(deadLetter.headers().lastHeader("dlt-reason"))
                                                .isNotNull()));
    }

    @Test
    void putsAnEventWithoutItsAuthorAside() {
        String id = UUID.randomUUID().toString();
        bus.send(
                "POST_TOPIC",
                id,
                """
                {"specversion":"1.0","id":"%s","type":"post.created","time":"2026-01-02T03:04:05Z",\
                "data":{"postId":"%s","version":1}}\
                """
                        .formatted(id, id));
        await().atMost(SOON)
                .until(() ->
                        bus.records(service.deadLetters()).stream()
                                .anyMatch(deadLetter -> isKey(deadLetter, id)));
    }

    @Test
    void pagesFromTheNewestDown() {
        publish(7);
        List<Long> seen = new ArrayList<>();
        @Nullable String path = LIST + "?limit=3";
        while (path != null) {
            Json page = service.ask(ada, "GET", path);
            page.get("items").values().forEach(item -> seen.add(item.get("seq").getLongValue()));
            Json next = page.get("nextCursor");
            path = next.isNull() ? null : LIST + "?limit=3&cursor=" + next.getStringValue();
        }
        assertThat(seen).containsExactly(7L, 6L, 5L, 4L, 3L, 2L, 1L);
        assertThat(service.sendAs(ada, "GET", LIST + "?limit=3").headers().firstValue("Link"))
                .hasValueSatisfying(
                        link -> assertThat(link).contains("cursor=").contains("rel=\"next\""));
    }

    @Test
    void remembersWhatWasRead() {
        publish(5);
        assertThat(unread()).isEqualTo(5);
        assertThat(put("/" + ada + ":4/read")).isEqualTo(4);
        assertThat(put("/" + ada + ":4/read")).isEqualTo(4);
        assertThat(seqs(LIST + "?unread=true&limit=3")).containsExactly(5L, 3L, 2L);
        assertThat(items(ada, LIST))
                .filteredOn(item -> item.get("read").getBooleanValue())
                .hasSize(1);
        assertThat(put("/read-all")).isZero();
        assertThat(unread()).isZero();
        assertThat(seqs(LIST + "?unread=true")).isEmpty();
        publish(1);
        assertThat(unread()).isEqualTo(1);
    }

    @Test
    void marksWhatItShowedWhenAskedTo() {
        publish(4);
        assertThat(items(ada, LIST + "?markRead=true&limit=2"))
                .noneMatch(item -> item.get("read").getBooleanValue());
        assertThat(seqs(LIST + "?unread=true")).containsExactly(2L, 1L);
        items(ada, LIST + "?markRead=true");
        assertThat(unread()).isZero();
    }

    @Test
    void marksNothingWithHead() {
        publish(2);
        HttpResponse<String> get = service.sendAs(ada, "GET", LIST + "?limit=2");
        HttpResponse<String> head = service.sendAs(ada, "HEAD", LIST + "?markRead=true&limit=2");

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.headers().allValues("Content-Length"))
                .isEqualTo(get.headers().allValues("Content-Length"));
        assertThat(unread()).isEqualTo(2);
    }

    @Test
    void keepsMarksThatAreMadeAtTheSameTime() throws InterruptedException {
        publish(40);
        List<Thread> readers = new ArrayList<>();
        for (int seq = 1; seq <= 40; seq += 2) {
            String path = LIST + "/" + ada + ":" + seq + "/read";
            for (int twice = 0; twice < 2; twice++) {
                readers.add(Thread.ofVirtual().start(() -> service.ask(ada, "PUT", path)));
            }
        }
        for (Thread reader : readers) {
            reader.join();
        }
        assertThat(unread()).isEqualTo(20);
        assertThat(seqs(LIST + "?unread=true&limit=100")).allMatch(seq -> seq % 2 == 0).hasSize(20);
    }

    @Test
    void hidesOthersNotifications() {
        publish(1);
        UUID eve = UUID.randomUUID();
        assertThat(items(eve, LIST)).isEmpty();
        assertThat(service.sendAs(eve, "PUT", LIST + "/" + ada + ":1/read").statusCode())
                .isEqualTo(404);
        assertThat(unread()).isEqualTo(1);
    }

    private void publish(int count) {
        int before = items(ada, LIST + "?limit=100").size();
        for (int i = 0; i < count; i++) {
            bus.send(Examples.postBy(ada));
        }
        awaitCount(ada, before + count);
    }

    private static void awaitCount(UUID user, int count) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(items(user, LIST + "?limit=100")).hasSize(count));
    }

    private static List<Json> items(UUID user, String path) {
        return service.ask(user, "GET", path).get("items").values();
    }

    private List<Long> seqs(String path) {
        return items(ada, path).stream().map(item -> item.get("seq").getLongValue()).toList();
    }

    private long unread() {
        return service.ask(ada, "GET", LIST + "/unread-count").get("count").getLongValue();
    }

    private long put(String path) {
        return service.ask(ada, "PUT", LIST + path).get("unread").getLongValue();
    }

    private static boolean isText(ConsumerRecord<byte[], byte[]> deadLetter, String text) {
        return Arrays.equals(deadLetter.value(), text.getBytes(StandardCharsets.UTF_8));
    }

    private static boolean isKey(ConsumerRecord<byte[], byte[]> deadLetter, String key) {
        return Arrays.equals(deadLetter.key(), key.getBytes(StandardCharsets.UTF_8));
    }
}
