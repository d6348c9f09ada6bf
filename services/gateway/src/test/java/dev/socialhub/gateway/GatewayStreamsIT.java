package dev.socialhub.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socialhub.gateway.testkit.RawCaller;
import dev.socialhub.gateway.testkit.RunningGateway;
import dev.socialhub.gateway.testkit.ScriptedService;
import dev.socialhub.gateway.testkit.ScriptedService.Conversation;
import dev.socialhub.gateway.testkit.StreamManifest;
import dev.socialhub.gateway.testkit.WebSocketHandshake;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which requests open streams, which instance gets them, and how long they may wait. */
class GatewayStreamsIT {

    private final CountDownLatch event = new CountDownLatch(1);
    private final ScriptedService one = new ScriptedService(talk -> play(talk, "one"), "n1");
    private final ScriptedService two = new ScriptedService(talk -> play(talk, "two"), "n2");
    private RunningGateway gateway;

    @BeforeEach
    void start() {
        gateway = gateway(Map.of());
    }

    private RunningGateway gateway(Map<String, String> more) {
        Map<String, String> variables = new HashMap<>(more);
        variables.put(StreamManifest.service().urlVariable(), one.url() + "," + two.url());
        RunningGateway started = new RunningGateway(variables);
        await().until(() ->
                status(started, "/socket.io/?sid=n1.a") == 200
                        && status(started, "/socket.io/?sid=n2.a") == 200);
        return started;
    }

    private static int status(RunningGateway gateway, String uri) {
        return gateway.send(gateway.anonymous(uri)).statusCode();
    }

    @AfterEach
    void stop() {
        event.countDown();
        gateway.close();
        one.close();
        two.close();
    }

    private void play(Conversation talk, String name) throws IOException {
        String path = talk.head().split(" ", 3)[1];
        if (talk.head().contains("pgrade: websocket")) {
            talk.say(WebSocketHandshake.ACCEPTED + name);
            talk.in().read();
            talk.socket().close();
        } else if (path.contains("break")) {
            talk.reset();
        } else {
            if (path.contains("wait")) {
                waitFor(event);
            }
            talk.say("HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\n" + name);
        }
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    // ---- who may open one

    @Test
    void letsGoodTokensPassAndNoToken() throws IOException {
        assertThat(open("/ws", "")).isEqualTo(101);
        assertThat(open("/ws", "Authorization: Bearer " + gateway.token() + "\r\n")).isEqualTo(101);
        assertThat(open("/ws?token=" + gateway.token(), "")).isEqualTo(101);
        assertThat(open("/chat/socket.io/?transport=websocket", "")).isEqualTo(101);
        assertThat(gateway.get("/socket.io/?EIO=4").statusCode()).isEqualTo(200);
    }

    @Test
    void refusesBadTokensWhereverTheyAre() throws IOException {
        String bad = gateway.tokens().tampered();
        assertThat(open("/ws", "Authorization: Bearer " + bad + "\r\n")).isEqualTo(401);
        assertThat(open("/ws?token=" + bad, "")).isEqualTo(401);
        assertThat(open("/ws?token=" + gateway.tokens().expired(), "")).isEqualTo(401);
        assertThat(open("/ws?token=" + bad, "Authorization: Bearer " + gateway.token() + "\r\n"))
                .isEqualTo(401);
        assertThat(open("/ws?token=" + gateway.token() + "&token=" + bad, "")).isEqualTo(401);
        assertThat(status(gateway, "/socket.io/?EIO=4&token=" + bad)).isEqualTo(401);
        assertThat(gateway.management("/prometheus").body())
                .contains("gateway_upgrades_refused_total{reason=\"bad_token\"} 5.0");
    }

    @Test
    void refusesOriginsThatAreNotAllowed() throws IOException {
        assertThat(open("/ws", "Origin: http://localhost:5173\r\n")).isEqualTo(101);
        assertThat(open("/ws", "Origin: https://evil.example\r\n")).isEqualTo(403);
        assertThat(
                        gateway.send(
                                        gateway.request("/socket.io/?EIO=4")
                                                .header("Origin", "https://evil.example"))
                                .statusCode())
                .isEqualTo(403);
    }

    @Test
    void refusesHandshakesThatAreMalformed() throws IOException {
        assertThat(open("/ws", "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n")).isEqualTo(400);
        try (RawCaller caller = gateway.raw()) {
            RawCaller.Answer answer =
                    caller.send(
                                    WebSocketHandshake.request("/ws", "")
                                            .replace("Version: 13", "Version: 8"))
                            .read();
            assertThat(answer.status()).isEqualTo(426);
            assertThat(answer.headers()).containsEntry("sec-websocket-version", "13");
        }
    }

    @Test
    void limitsTheStreamsOfAnAddress() throws IOException {
        gateway.close();
        gateway =
                gateway(
                        Map.of(
                                "STREAMS_MAX_PER_ADDRESS",
                                "2",
                                "LIMITS_EXEMPT_CIDRS",
                                "10.0.0.0/8"));
        try (RawCaller first = gateway.raw();
                RawCaller second = gateway.raw()) {
            for (RawCaller caller : Set.of(first, second)) {
                caller.send(WebSocketHandshake.request("/ws", ""));
                assertThat(caller.read().status()).isEqualTo(101);
            }
            try (RawCaller third = gateway.raw()) {
                RawCaller.Answer answer = third.send(WebSocketHandshake.request("/ws", "")).read();
                assertThat(answer.status()).isEqualTo(429);
                assertThat(answer.headers()).containsKey("retry-after");
            }
        }
        await().until(() -> open("/ws", "") == 101);
    }

    // ---- which instance gets it

    @Test
    void sendsASessionToTheInstanceThatHoldsIt() throws IOException {
        for (int i = 0; i < 5; i++) {
            assertThat(gateway.get("/socket.io/?sid=n1.a").body()).isEqualTo("one");
            assertThat(gateway.get("/socket.io/?sid=n2.a").body()).isEqualTo("two");
            assertThat(firstBytes("/socket.io/?transport=websocket&sid=n2.a")).isEqualTo("two");
            assertThat(firstBytes("/socket.io/?transport=websocket&sid=n1.a")).isEqualTo("one");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"n3.a", "n1", "", "n1.a&sid=n2.a"})
    void tellsAClientWhoseSessionIsUnknownToBeginAnother(String session) throws IOException {
        var answer = gateway.get("/socket.io/?EIO=4&sid=" + session);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(answer.body()).isEqualTo("{\"code\":1,\"message\":\"Session ID unknown\"}");
        assertThat(open("/socket.io/?sid=" + session, "")).isEqualTo(400);
    }

    @Test
    void countsOpenWebSocketsAsLoad() throws IOException {
        try (RawCaller first = gateway.raw();
                RawCaller second = gateway.raw()) {
            for (RawCaller caller : Set.of(first, second)) {
                caller.send(WebSocketHandshake.request("/socket.io/?sid=n1.a", ""));
                assertThat(caller.read().status()).isEqualTo(101);
            }
            for (int i = 0; i < 4; i++) {
                assertThat(gateway.get("/socket.io/?EIO=4").body()).isEqualTo("two");
            }
        }
    }

    // ---- how long it may wait

    @Test
    void letsAPollWaitLongerThanAShortRequest() throws Exception {
        gateway.close();
        gateway = gateway(Map.of("UPSTREAM_ANSWER_TIMEOUT", "500ms"));
        try (RawCaller poll = gateway.raw();
                RawCaller message = gateway.raw()) {
            poll.send("GET /socket.io/?sid=n1.wait HTTP/1.1\r\nHost: a\r\n\r\n");
            message.send(
                    "POST /socket.io/?sid=n1.wait HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\n\r\n4");
            assertThat(message.read().status()).isEqualTo(504);
            assertThat(gateway.management("/prometheus").body())
                    .contains(
                            "gateway_upstream_in_flight{upstream=\"%s\"} 0.0"
                                    .formatted(StreamManifest.service().name()));

            event.countDown();
            assertThat(poll.read().text()).isEqualTo("one");
        }
    }

    @Test
    void answers504WhenAPollWaitsForTooLong() throws IOException {
        gateway.close();
        gateway =
                gateway(
                        Map.of(
                                "UPSTREAM_ANSWER_TIMEOUT",
                                "200ms",
                                "STREAMS_POLL_TIMEOUT",
                                "700ms"));
        assertThat(status(gateway, "/socket.io/?sid=n1.wait")).isEqualTo(504);
    }

    @Test
    void sendsNoPollTwice() throws IOException {
        int before = one.heads().size();
        try (RawCaller caller = gateway.raw()) {
            caller.send("GET /socket.io/?sid=n1.break HTTP/1.1\r\nHost: a\r\n\r\n");
            assertThat(caller.read().status()).isEqualTo(502);
            caller.send(
                    "POST /socket.io/?sid=n1.break HTTP/1.1\r\nHost: a\r\nIdempotency-Key: k\r\n"
                            + "Content-Length: 1\r\n\r\n4");
            assertThat(caller.read().status()).isEqualTo(502);
        }
        assertThat(one.heads()).hasSize(before + 2);
    }

    /** The status of the answer to a handshake with these header lines. */
    private int open(String uri, String headers) throws IOException {
        try (RawCaller caller = gateway.raw()) {
            return caller.send(WebSocketHandshake.request(uri, headers)).read().status();
        }
    }

    private String firstBytes(String uri) throws IOException {
        try (RawCaller caller = gateway.raw()) {
            assertThat(caller.send(WebSocketHandshake.request(uri, "")).read().status())
                    .isEqualTo(101);
            return new String(caller.in().readNBytes(3), StandardCharsets.US_ASCII);
        }
    }
}
