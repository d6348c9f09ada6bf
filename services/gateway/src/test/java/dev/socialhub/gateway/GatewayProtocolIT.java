package dev.socialhub.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socialhub.gateway.testkit.RawCaller;
import dev.socialhub.gateway.testkit.RunningGateway;
import dev.socialhub.gateway.testkit.StubService;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that are refused for their size or their form, so that no service has to check them. */
class GatewayProtocolIT {

    private static final int MEBIBYTE = 1024 * 1024;

    private static final StubService AUTH = new StubService("auth");
    private static final StubService POSTS = new StubService("posts");
    private static RunningGateway gateway;

    @BeforeAll
    static void start() {
        gateway =
                new RunningGateway(
                        Map.of(
                                "AUTH_URL", AUTH.url(),
                                "POSTS_URL", POSTS.url(),
                                "CLIENT_LINGER_TIMEOUT", "1s",
                                "CLIENT_HEAD_TIMEOUT", "1s",
                                "CLIENT_IDLE_TIMEOUT", "2s"));
    }

    @AfterAll
    static void stop() {
        gateway.close();
        AUTH.close();
        POSTS.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /auth/login HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\n"
                        + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /x HTTP/1.1\r\n\r\n",
                "POST /auth/login HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n"
                        + "Content-Length: 4\r\n\r\n0\r\n\r\n",
                "POST /auth/login HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\n"
                        + "Content-Length: 5\r\n\r\nabcde",
                "POST /auth/login HTTP/1.1\r\nHost: a\r\nContent-Length: 4, 5\r\n\r\nabcde",
                "POST /auth/login HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n",
                "POST /auth/login HTTP/1.1\r\nHost: a\r\nContent-Length: +4\r\n\r\nabcd",
                "POST /auth/login HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip\r\n\r\n",
                "POST /auth/login HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n"
                        + "Transfer-Encoding: identity\r\n\r\n0\r\n\r\n",
                "POST /auth/login HTTP/1.1\r\n"
                        + "Host: a\r\n"
                        + "Transfer-Encoding : chunked\r\n\r\n"
                        + "0\r\n\r\n",
                "POST /auth/login HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
                        + "zz\r\nabc\r\n0\r\n\r\n",
                "POST /auth/login HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
                        + "100000012\r\n{\"identifier\":\"j\"}\r\n0\r\n\r\n"
                        + "GET /x HTTP/1.1\r\nHost: a\r\n\r\n",
                "POST /auth/login HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
                        + "+2\r\nab\r\n0\r\n\r\nGET /x HTTP/1.1\r\nHost: a\r\n\r\n",
                "POST /auth/login HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
                        + "2 \r\nab\r\n0\r\n\r\nGET /x HTTP/1.1\r\nHost: a\r\n\r\n",
                "POST /auth/login HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
                        + "2\nab\r\n0\r\n\r\nGET /x HTTP/1.1\r\nHost: a\r\n\r\n",
                "POST /auth/login HTTP/1.0\r\nContent-Length: 2\r\nContent-Length: 9\r\n\r\n"
                        + "abGET /x ",
                "POST /auth/login HTTP/1.1\r\nHost: a\r\nX-A: b\r\n Content-Length: 4\r\n\r\n"
                        + "abcd",
                "GET  /auth/check/j HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET /auth/check/j HTTP/1.1\nHost: a\n\n",
                "POST /auth/login HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "GET /auth/check/j HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
                "GET /auth/check/j HTTP/1.1\r\nHost: a/b\r\n\r\n",
                "GET /auth/check/j HTTP/1.1\r\n\r\n",
                "GET /auth/check/j HTTP/1.1\r\nHost: a\r\nBad\u0001Name: x\r\n\r\n",
                "GET /auth/check/j HTTP/1.1\r\nHost: a\r\nX-A: 1\u0000\r\n\r\n",
                "GET /auth/check/j HTTP/3.7\r\nHost: a\r\n\r\n",
                "NONSENSE\r\n\r\n"
            })
    void refusesWhatTwoReadersCouldReadDifferently(String request) throws IOException {
        int before = AUTH.seen().size();
        try (RawCaller caller = gateway.raw()) {
            RawCaller.Answer answer = caller.send(request).read();

            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.headers())
                    .containsEntry("connection", "close")
                    .containsEntry("content-type", "application/problem+json");
            assertThat(caller.isEnded()).isTrue();
        }
        assertThat(AUTH.seen()).noneMatch(seen -> seen.uri().equals("/x"));
        assertThat(AUTH.seen().size() - before).isLessThanOrEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"get", "Head", "post", "trace", "TRACE", "connect", "PROPFIND"})
    void refusesMethodsInAnotherSpellingAndThoseOfOthers(String method) throws IOException {
        int before = AUTH.seen().size();
        try (RawCaller caller = gateway.raw()) {
            caller.send(method + " /auth/check/j HTTP/1.1\r\nHost: a\r\n\r\n");
            RawCaller.Answer answer = caller.read();
            assertThat(answer.status()).isEqualTo(405);
            assertThat(answer.headers())
                    .containsEntry("content-type", "application/problem+json")
                    .containsEntry("allow", "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS");
        }
        assertThat(AUTH.seen()).hasSize(before);
    }

    @Test
    void refusesBodiesInACodingThatServicesTakeForPlain() throws IOException {
        String post =
                "POST /auth/login HTTP/1.1\r\nHost: a\r\nContent-Encoding: %s\r\n"
                        + "Content-Length: 2\r\n\r\n{}";
        try (RawCaller caller = gateway.raw()) {
            RawCaller.Answer refused = caller.send(post.formatted("br")).read();
            assertThat(refused.status()).isEqualTo(415);
            assertThat(refused.headers())
                    .containsEntry("content-type", "application/problem+json")
                    .containsEntry("accept-encoding", "gzip, deflate");
            assertThat(caller.send(post.formatted("gzip")).read().status()).isEqualTo(200);
        }
    }

    @Test
    void answersHeadWithTheHeadersOfGet() throws IOException {
        for (String path : new String[] {"/", "/health", "/auth/check/j", "/nothing", "/posts"}) {
            try (RawCaller caller = gateway.raw()) {
                String request = "%s " + path + " HTTP/1.1\r\nHost: a\r\nX-Request-Id: a\r\n\r\n";
                RawCaller.Answer get = caller.send(request.formatted("GET")).read();
                RawCaller.Answer head = caller.send(request.formatted("HEAD")).readHead();
                assertThat(head.status()).isEqualTo(get.status());
                assertThat(head.headers().keySet()).isEqualTo(get.headers().keySet());
                assertThat(head.headers()).containsKey("content-length");
            }
        }
    }

    @Test
    void refusesLongTargetsAndLargeHeaders() throws IOException {
        try (RawCaller caller = gateway.raw()) {
            caller.send("GET /" + "a".repeat(8200) + " HTTP/1.1\r\nHost: a\r\n\r\n");
            assertThat(caller.read().status()).isEqualTo(414);
        }
        try (RawCaller caller = gateway.raw()) {
            caller.send("GET /" + "a".repeat(100_000) + " HTTP/1.1\r\nHost: a\r\n\r\n");
            assertThat(caller.read().status()).isEqualTo(414);
        }
        try (RawCaller caller = gateway.raw()) {
            String header = "X-Large: " + "a".repeat(8000) + "\r\n";
            caller.send("GET / HTTP/1.1\r\nHost: a\r\n" + header.repeat(4) + "\r\n");
            assertThat(caller.read().status()).isEqualTo(431);
        }
        try (RawCaller caller = gateway.raw()) {
            String header = "X-Large: " + "a".repeat(7500) + "\r\n";
            caller.send("GET / HTTP/1.1\r\nHost: a\r\n" + header.repeat(2) + "\r\n");
            assertThat(caller.read().status()).isEqualTo(200);
        }
    }

    @Test
    void refusesATooLargeBodyByItsDeclaredLength() throws IOException {
        int before = AUTH.seen().size();
        try (RawCaller caller = gateway.raw()) {
            caller.send(
                    "POST /auth/login HTTP/1.1\r\nHost: a\r\nContent-Length: "
                            + (MEBIBYTE + 1)
                            + "\r\n\r\n");
            RawCaller.Answer answer = caller.read();
            assertThat(answer.status()).isEqualTo(413);
            assertThat(answer.headers()).containsEntry("connection", "close");
        }
        assertThat(AUTH.seen()).hasSize(before);
    }

    @Test
    void takesABodyOfExactlyTheLimit() throws IOException {
        try (RawCaller caller = gateway.raw()) {
            caller.send(
                    "POST /auth/login HTTP/1.1\r\nHost: a\r\nContent-Length: "
                            + MEBIBYTE
                            + "\r\n\r\n");
            byte[] body = caller.send(new byte[MEBIBYTE]).read().body();
            assertThat(body).hasSize(MEBIBYTE);
        }
    }

    @Test
    void tellsACallerThatSendsItsTooLargeBodyAllTheSame() throws IOException {
        try (RawCaller caller = gateway.raw()) {
            caller.send(
                    "POST /auth/login HTTP/1.1\r\nHost: a\r\nContent-Length: "
                            + 3 * MEBIBYTE
                            + "\r\n\r\n");
            caller.send(new byte[3 * MEBIBYTE]);
            assertThat(caller.read().status()).isEqualTo(413);
            assertThat(caller.isEnded()).isTrue();
        }
    }

    @Test
    void refusesAChunkedBodyOnceItGrowsTooLarge() throws IOException {
        AUTH.handling(
                "/api/v1/auth/sink",
                exchange -> {
                    exchange.getRequestBody().readAllBytes();
                    exchange.sendResponseHeaders(204, -1);
                });
        try (RawCaller caller = gateway.raw()) {
            caller.send(
                    "POST /auth/sink HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer "
                            + gateway.token()
                            + "\r\nTransfer-Encoding: chunked\r\n\r\n");
            String chunk = "10000\r\n" + "a".repeat(65_536) + "\r\n";
            for (int i = 0; i < 17; i++) {
                caller.send(chunk);
            }
            RawCaller.Answer answer = caller.read();
            assertThat(answer.status()).isEqualTo(413);
            assertThat(caller.isEnded()).isTrue();
        }
    }

    @Test
    void allowsFormsOfFilesMore() throws IOException {
        try (RawCaller caller = gateway.raw()) {
            String head =
                    "POST /posts HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer %s\r\n"
                            + "Content-Type: %s\r\nContent-Length: %d\r\n\r\n";
            int size = 2 * MEBIBYTE;
            caller.send(head.formatted(gateway.token(), "multipart/form-data; boundary=b", size));
            assertThat(caller.send(new byte[size]).read().body()).hasSize(size);

            caller.send(head.formatted(gateway.token(), "application/json", size));
            assertThat(caller.read().status()).isEqualTo(413);
        }
    }

    @Test
    void closesAConnectionThatNeverFinishesItsHead() throws IOException {
        try (RawCaller caller = gateway.raw()) {
            caller.send("GET / HTTP/1.1\r\nHost: a\r\nX-Slow");
            assertThat(caller.isEnded()).isTrue();
        }
    }

    @Test
    void refusesABodyThatStopsComing() throws IOException {
        AUTH.handling(
                "/api/v1/auth/patient",
                exchange -> {
                    exchange.getRequestBody().readAllBytes();
                    exchange.sendResponseHeaders(204, -1);
                });
        try (RawCaller caller = gateway.raw()) {
            caller.send(
                    "POST /auth/patient HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer "
                            + gateway.token()
                            + "\r\nContent-Length: 10\r\n\r\nhalf");
            assertThat(caller.read().status()).isEqualTo(408);
        }
    }

    @Test
    void refusesWebSocketsWhereThereAreNone() throws IOException {
        try (RawCaller caller = gateway.raw()) {
            String upgrade =
                    "Connection: Upgrade\r\nUpgrade: websocket\r\n"
                            + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                            + "Sec-WebSocket-Version: 13\r\n\r\n";
            caller.send("GET /nothing HTTP/1.1\r\nHost: a\r\n" + upgrade);
            assertThat(caller.read().status()).isEqualTo(404);

            caller.send("GET /auth/check/j HTTP/1.1\r\nHost: a\r\n" + upgrade);
            assertThat(caller.read().status()).isEqualTo(400);
        }
    }

    @Test
    void ignoresOtherUpgrades() throws IOException {
        try (RawCaller caller = gateway.raw()) {
            caller.send(
                    "GET /auth/check/j HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\n"
                            + "Upgrade: h2c\r\n\r\n");
            assertThat(caller.read().status()).isEqualTo(200);
            assertThat(AUTH.last().headers()).doesNotContainKey("Upgrade");
        }
    }
}
