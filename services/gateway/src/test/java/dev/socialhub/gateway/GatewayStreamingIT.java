package dev.socialhub.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socialhub.gateway.testkit.RawCaller;
import dev.socialhub.gateway.testkit.RunningGateway;
import dev.socialhub.gateway.testkit.ScriptedService;
import dev.socialhub.gateway.testkit.ScriptedService.Conversation;
import dev.socialhub.gateway.testkit.StubService;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How messages travel: framing, pipelining, expectations. */
class GatewayStreamingIT {

    private static final StubService AUTH = new StubService("auth");
    private static final StubService USERS = new StubService("users");
    private static final ScriptedService POSTS = new ScriptedService(GatewayStreamingIT::playPosts);
    private static RunningGateway gateway;

    @BeforeAll
    static void start() {
        gateway =
                new RunningGateway(
                        Map.of(
                                "AUTH_URL", AUTH.url(),
                                "USERS_URL", USERS.url(),
                                "POSTS_URL", POSTS.url()));
    }

    @AfterAll
    static void stop() {
        gateway.close();
        AUTH.close();
        USERS.close();
        POSTS.close();
    }

    private static void playPosts(Conversation talk) throws IOException {
        if (talk.head().contains("/until-close")) {
            talk.say("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\nto the end");
            talk.socket().close();
        } else if (talk.head().contains("/unchanged")) {
            talk.say("HTTP/1.1 304 Not Modified\r\nETag: \"1\"\r\n\r\n");
        } else if (talk.head().contains("/hop-by-hop")) {
            talk.say(
                    "HTTP/1.1 200 OK\r\nConnection: X-Secret\r\nX-Secret: 1\r\nKeep-Alive: a\r\n"
                            + "X-User-Payload: {}\r\nAccess-Control-Allow-Origin: *\r\n"
                            + "X-Request-Id: theirs\r\nContent-Length: 2\r\n\r\nok");
        } else if (talk.head().startsWith("HEAD")) {
            talk.say("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
        } else if (talk.head().contains("/early")) {
            talk.say("HTTP/1.1 409 Conflict\r\nContent-Length: 2\r\n\r\nno");
        } else {
            if (talk.head().toLowerCase(Locale.ROOT).contains("expect: 100-continue")) {
                talk.say("HTTP/1.1 100 Continue\r\n\r\n");
            }
            byte[] body = talk.in().readNBytes(5);
            talk.say("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n");
            talk.out().write(body);
        }
    }

    @Test
    void answersPipelinedRequestsInTheirOrder() throws IOException {
        try (RawCaller caller = gateway.raw()) {
            StringBuilder requests = new StringBuilder();
            for (int i = 0; i < 300; i++) {
                requests.append(
                        switch (i % 3) {
                            case 0 -> get("/auth/check/user" + i);
                            case 1 -> get("/nothing/" + i);
                            default -> get("/users/me") + post("/auth/login", "body-" + i);
                        });
            }
            caller.send(requests.toString());
            for (int i = 0; i < 300; i++) {
                RawCaller.Answer answer = caller.read();
                switch (i % 3) {
                    case 0 ->
                            assertThat(answer.text())
                                    .isEqualTo("auth GET /api/v1/auth/check/user" + i);
                    case 1 -> assertThat(answer.text()).contains("/nothing/" + i + "\"");
                    default -> {
                        assertThat(answer.status()).isEqualTo(401);
                        assertThat(caller.read().text()).isEqualTo("body-" + i);
                    }
                }
            }
        }
    }

    @Test
    void survivesThousandsOfPipelinedRefusals() throws IOException {
        try (RawCaller caller = gateway.raw()) {
            caller.send("GET /x HTTP/1.1\r\nHost: a\r\n\r\n".repeat(2_000));
            for (int i = 0; i < 2_000; i++) {
                assertThat(caller.read().status()).isEqualTo(404);
            }
        }
    }

    @Test
    void passesChunkedBodiesBothWays() throws IOException {
        try (RawCaller caller = gateway.raw()) {
            caller.send(
                    "POST /auth/login HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
                            + "3;name=value\r\nabc\r\n4\r\ndefg\r\n0\r\nX-User-Id: 1\r\n\r\n");
            RawCaller.Answer answer = caller.read();

            assertThat(answer.headers()).containsEntry("transfer-encoding", "chunked");
            assertThat(answer.text()).isEqualTo("abcdefg");
        }
    }

    @Test
    void answersHeadWithoutABody() throws IOException {
        try (RawCaller caller = gateway.raw()) {
            caller.send(
                    "HEAD /auth/check/jane HTTP/1.1\r\nHost: a\r\n\r\n" + get("/auth/check/joe"));
            RawCaller.Answer head = caller.readHead();
            assertThat(head.headers()).containsEntry("content-length", "33");
            assertThat(caller.read().text()).isEqualTo("auth GET /api/v1/auth/check/joe");

            caller.send(authorized("HEAD", "/posts/1", "") + authorized("HEAD", "/nothing", ""));
            assertThat(caller.readHead().headers()).doesNotContainKey("transfer-encoding");
            assertThat(caller.readHead().status()).isEqualTo(404);
            assertThat(caller.send(get("/auth/check/joe")).read().status()).isEqualTo(200);
        }
    }

    @Test
    void relaysTheInvitationToContinue() throws IOException {
        try (RawCaller caller = gateway.raw()) {
            caller.send(
                    authorized("POST", "/posts", "Expect: 100-continue\r\nContent-Length: 5\r\n"));
            assertThat(caller.read().status()).isEqualTo(100);

            RawCaller.Answer answer = caller.send("hello").read();
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.text()).isEqualTo("hello");
            assertThat(caller.send(get("/auth/check/joe")).read().status()).isEqualTo(200);
        }
    }

    @Test
    void closesWhenABodyIsRefusedThatWasHeldBack() throws IOException {
        try (RawCaller caller = gateway.raw()) {
            caller.send(
                    "POST /api/v1/posts HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\n"
                            + "Content-Length: 5\r\n\r\n");
            RawCaller.Answer answer = caller.read();

            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.headers()).containsEntry("connection", "close");
            assertThat(caller.isEnded()).isTrue();
        }
    }

    @Test
    void keepsTheConnectionWhenAServiceAnswersBeforeTheBodyEnds() throws IOException {
        try (RawCaller caller = gateway.raw()) {
            caller.send(authorized("POST", "/posts/early", "Content-Length: 10\r\n") + "12345");
            assertThat(caller.read().status()).isEqualTo(409);

            caller.send("67890" + get("/auth/check/joe"));
            assertThat(caller.read().text()).isEqualTo("auth GET /api/v1/auth/check/joe");
        }
    }

    @Test
    void speaksHttp10() throws IOException {
        try (RawCaller caller = gateway.raw()) {
            caller.send("POST /auth/login HTTP/1.0\r\nContent-Length: 3\r\n\r\nabc");
            RawCaller.Answer answer = caller.read();
            assertThat(answer.headers()).doesNotContainKey("transfer-encoding");
            assertThat(answer.text()).isEqualTo("abc");
            assertThat(caller.isEnded()).isTrue();
        }
        try (RawCaller caller = gateway.raw()) {
            String keptAlive = "GET /auth/check/j HTTP/1.0\r\nConnection: keep-alive\r\n\r\n";
            for (int i = 0; i < 2; i++) {
                RawCaller.Answer answer = caller.send(keptAlive).read();
                assertThat(answer.headers()).containsEntry("connection", "keep-alive");
                assertThat(answer.text()).isEqualTo("auth GET /api/v1/auth/check/j");
            }
        }
    }

    @Test
    void honoursAWishToClose() throws IOException {
        try (RawCaller caller = gateway.raw()) {
            caller.send("GET /auth/check/j HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
            assertThat(caller.read().headers()).containsEntry("connection", "close");
            assertThat(caller.isEnded()).isTrue();
        }
    }

    @Test
    void reframesWhatAServiceEndsByClosing() throws IOException {
        try (RawCaller caller = gateway.raw()) {
            RawCaller.Answer answer =
                    caller.send(authorized("GET", "/posts/until-close", "")).read();
            assertThat(answer.headers()).containsEntry("transfer-encoding", "chunked");
            assertThat(answer.text()).isEqualTo("to the end");

            assertThat(caller.send(authorized("GET", "/posts/unchanged", "")).read().status())
                    .isEqualTo(304);
            assertThat(caller.send(get("/auth/check/joe")).read().status()).isEqualTo(200);
        }
    }

    @Test
    void cleansAServicesHeaders() throws IOException {
        try (RawCaller caller = gateway.raw()) {
            RawCaller.Answer answer =
                    caller.send(authorized("GET", "/posts/hop-by-hop", "X-Request-Id: mine\r\n"))
                            .read();
            assertThat(answer.headers())
                    .containsEntry("x-request-id", "mine")
                    .containsEntry("x-user-payload", "{}")
                    .doesNotContainKey("x-secret")
                    .doesNotContainKey("keep-alive")
                    .doesNotContainKey("access-control-allow-origin");
        }
    }

    private static String get(String path) {
        return "GET " + path + " HTTP/1.1\r\nHost: a\r\n\r\n";
    }

    private static String post(String path, String body) {
        return "POST %s HTTP/1.1\r\nHost: a\r\nContent-Length: %d\r\n\r\n%s"
                .formatted(path, body.length(), body);
    }

    private static String authorized(String method, String path, String headers) {
        return "%s %s HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer %s\r\n%s\r\n"
                .formatted(method, path, gateway.token(), headers);
    }
}
