package dev.socialhub.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socialhub.chat.socket.Groups;
import dev.socialhub.chat.socket.OutgoingEvent;
import dev.socialhub.chat.socket.TestEvents;
import dev.socialhub.shared.testing.Answer;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Long polling request by request, clients that read or send too much, and plain JSON. */
class TransportIT {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String POLLING = "/socket.io/?EIO=4&transport=polling";

    private static RunningChat chat;

    @BeforeAll
    static void start() {
        chat =
                RunningChat.start(
                        Map.of(
                                "chat.transport.ping-interval", "1s",
                                "chat.transport.ping-timeout", "4s",
                                "chat.transport.max-queued", 8));
    }

    @AfterAll
    static void stop() {
        chat.close();
    }

    private static Answer get(String path) {
        return chat.service.send(null, chat.service.request(path));
    }

    private static Answer post(String path, String body) {
        HttpRequest.Builder request =
                chat.service
                        .request(path)
                        .header("Content-Type", "text/plain;charset=UTF-8")
                        .POST(BodyPublishers.ofString(body));
        return chat.service.send(null, request);
    }

    private static String open() {
        String handshake = get(POLLING).response().body();
        assertThat(handshake).startsWith("0{").contains("\"upgrades\":[\"websocket\"]");
        return POLLING + "&sid=" + handshake.replaceAll(".*\"sid\":\"([^\"]+)\".*", "$1");
    }

    @Test
    void pollsAndPosts() {
        String session = open();
        String token = chat.newUser().token();
        assertThat(post(session, "40{\"token\":\"" + token + "\"}").response().body())
                .isEqualTo("ok");
        assertThat(get(session).response().body()).startsWith("40{\"sid\":");
        post(session, "42[\"test:echo\",{\"text\":\"a\"}]\u001e42[\"test:echo\",{\"text\":\"b\"}]");
        StringBuilder received = new StringBuilder();
        await().atMost(SOON)
                .until(() -> {
                    received.append(get(session).response().body());
                    return received.indexOf("\"b\"]") > 0;
                });
        assertThat(received.toString().replace("\u001e", "").replace("2", ""))
                .isEqualTo("4[\"echo\",\"a\"]4[\"echo\",\"b\"]".replace("2", ""));
        assertThat(post(session, "1").response().body()).isEqualTo("ok");
        await().atMost(SOON).until(() -> get(session).response().statusCode() == 400);
    }

    @Test
    void answersBadRequestsWithTheCodesOfTheProtocol() {
        assertRefused(get("/socket.io/?EIO=3&transport=polling"), 400, 5);
        assertRefused(get("/socket.io/?transport=polling"), 400, 5);
        assertRefused(get("/socket.io/?EIO=4&transport=abc"), 400, 0);
        assertRefused(get("/socket.io/?EIO=4&transport=websocket"), 400, 3);
        assertRefused(get(POLLING + "&sid=nothing"), 400, 1);
        assertRefused(post(POLLING, "40"), 400, 2);
        assertRefused(post(POLLING + "&sid=nothing", "40"), 400, 1);
        assertRefused(post(open(), "abc"), 400, 3);
        assertRefused(post(open(), "4" + "x".repeat(1_010_000)), 413, 3);
        String session = open();
        HttpRequest.Builder head =
                chat.service.request(session).method("HEAD", BodyPublishers.noBody());
        assertThat(chat.service.send(null, head).response().statusCode()).isEqualTo(400);
    }

    private static void assertRefused(Answer answer, int status, int code) {
        assertThat(answer.response().statusCode()).isEqualTo(status);
        assertThat(answer.response().body()).startsWith("{\"code\":" + code + ",\"message\":");
    }

    @Test
    void endsASessionThatPollsTwiceAtATime() {
        String session = open();
        CompletableFuture<Answer> first = CompletableFuture.supplyAsync(() -> get(session));
        CompletableFuture<Answer> second = CompletableFuture.supplyAsync(() -> get(session));

        assertThat(first.join().response().statusCode() + second.join().response().statusCode())
                .isEqualTo(600);
        assertThat(get(session).response().statusCode()).isEqualTo(400);
    }

    @Test
    void endsASessionThatDoesNotAnswerPings() {
        String session = open();
        assertThat(get(session).response().body()).isEqualTo("2");

        await().atMost(SOON).until(() -> chat.isGone(session));
    }

    @Test
    void namesItsNodeWhereReadinessIsAsked() {
        String node =
                get("/health/readiness").response().headers().firstValue("X-Node-Id").orElseThrow();

        assertThat(node).matches("[a-z0-9]{8}");
        assertThat(open()).contains("sid=" + node + ".");
    }

    @Test
    void cutsAClientThatDoesNotRead() {
        try (RawSocket slow = RawSocket.connected(chat, chat.newUser().token());
                RawSocket other = RawSocket.connected(chat, chat.newUser().token())) {
            slow.send("421[\"test:join\",{\"text\":\"flood\"}]").expect("42[\"history\"");
            slow.expect("431");
            slow.stopReading();
            OutgoingEvent event =
                    OutgoingEvent.of(
                            "flood",
                            ("\"" + "x".repeat(10_000) + "\"").getBytes(StandardCharsets.UTF_8));
            Groups groups = chat.service.bean(Groups.class);
            await().atMost(SOON)
                    .until(() -> {
                        for (int i = 0; i < 100; i++) {
                            groups.deliver("room:flood", event);
                        }
                        return groups.members("room:flood").isEmpty();
                    });
            other.send("42[\"test:echo\",{\"text\":\"a\"}]").expect("42[\"echo\",\"a\"]");
        }
    }

    @Test
    void readsNoMoreThanItCanHandleAndDropsNothing() {
        try (RawSocket socket = RawSocket.connected(chat, chat.newUser().token())) {
            socket.send("42[\"test:wait\",{\"text\":\"first\"}]");
            for (int i = 0; i < 200; i++) {
                socket.send("42[\"test:echo\",{\"text\":\"" + i + "\"}]");
            }
            chat.service.bean(TestEvents.Rooms.class).gate.countDown();
            socket.expect("42[\"waited\"");
            for (int i = 0; i < 200; i++) {
                socket.expect("42[\"echo\",\"" + i + "\"]");
            }
        }
    }

    @Test
    void speaksPlainJson() {
        String token = chat.newUser().token();
        try (RawSocket socket = RawSocket.at(chat, "ws", token);
                RawSocket late = RawSocket.at(chat, "ws", null);
                RawSocket forged = RawSocket.at(chat, "ws", "garbage")) {
            socket.expect("{\"event\":\"connected\",\"data\":{\"sid\":");
            socket.send("{\"event\":\"test:echo\",\"data\":{\"text\":\"a\"},\"ack\":7}");
            socket.expect("{\"event\":\"echo\",\"data\":\"a\"}");
            socket.expect("{\"ack\":7,\"data\":{\"ok\":true,\"text\":\"a\",\"seq\":0}}");
            socket.send("{broken")
                    .expect("{\"event\":\"error\",\"data\":{\"code\":\"malformed-packet\"");
            socket.send("{\"event\":\"nothing\"}")
                    .expect("{\"event\":\"error\",\"data\":{\"code\":\"unknown-event\"");
            late.send("{\"event\":\"auth\",\"data\":{\"token\":\"" + token + "\"}}")
                    .expect("{\"event\":\"connected\"");
            late.send("{\"event\":\"test:join\",\"data\":{\"text\":\"plain\"}}")
                    .expect("{\"event\":\"history\",\"data\":[]}");
            socket.send("{\"event\":\"test:send\",\"data\":{\"text\":\"b\",\"room\":\"plain\"}}");
            late.expect("{\"event\":\"message\",\"data\":{\"text\":\"b\",\"seq\":1}}");
            forged.expect("{\"event\":\"error\",\"data\":{\"code\":\"unauthorized\"");
            assertThat(forged.closeStatus()).isEqualTo(1008);
        }
    }
}
