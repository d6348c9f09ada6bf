package dev.socialhub.shared.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socialhub.shared.testing.TryServer;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a service takes from a connection, and what it refuses before any route is asked. */
class ServiceEdgeTest {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String THING = "{\"name\":\"a\",\"count\":1}";

    /** What differs from one request to the next. */
    private static final List<String> OWN = List.of("x-request-id", "traceresponse", "date");

    private static EmbeddedServer server;

    @BeforeAll
    static void start() {
        server = TryServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
        HTTP.shutdownNow();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/try/id/5f0c2a52-1f6b-4a59-9d0e-1f6d4c9a0b11",
                "/try/number?count=3",
                "/try/number?count=4",
                "/try/hidden",
                "/try/secured",
                "/try/bug",
                "/try",
                "/nothing",
                "/health"
            })
    void answersHeadWithTheHeadersOfGet(String path) throws Exception {
        HttpResponse<String> get = send(request(path));
        HttpResponse<String> head = send(request(path).HEAD());

        assertThat(head.statusCode()).isEqualTo(get.statusCode());
        assertThat(headers(head)).isEqualTo(headers(get));
        assertThat(headers(head)).containsKeys("content-type", "content-length");
        assertThat(head.body()).isEmpty();
    }

    @Test
    void keepsTheOrderOfAnswersAfterHead() throws Exception {
        String head = "HEAD /try/number?count=1 HTTP/1.1\r\nHost: a\r\n\r\n";
        String get = "GET /try/number?count=2 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";
        String answers = exchange(head + get);

        assertThat(answers.split("HTTP/1.1 200", -1)).hasSize(3);
        assertThat(answers).endsWith("\r\n\r\n2");
    }

    @Test
    void leavesOriginsToTheGateway() throws Exception {
        String answer =
                exchange(
                        "GET /try/number?count=1 HTTP/1.1\r\nHost: localhost:8080\r\n"
                                + "Origin: https://app.example.com\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 200").doesNotContainIgnoringCase("access-control");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "post /try HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n",
                "GET /try/number?count=1 HTTP/1.1\r\nHost: a\r\nX-A: b\r\n c\r\n\r\n",
                "POST /try HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\n"
                        + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
            })
    void refusesMalformedHeads(String head) throws Exception {
        assertRefused(400, "malformed-request", exchange(head));
    }

    @ParameterizedTest
    @ValueSource(strings = {"100000016", "16 ", "+16"})
    void refusesABodyOfAmbiguousLengthAndAllThatFollows(String size) throws Exception {
        String body = size + "\r\n" + THING + "\r\n0\r\n\r\n";
        String next = "GET /try/number?count=1 HTTP/1.1\r\nHost: a\r\n\r\n";
        String head =
                "POST /try HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
                        + "Transfer-Encoding: chunked\r\n\r\n";

        assertRefused(400, "malformed-request", exchange(head + body + next));
    }

    @Test
    void takesAChunkedBody() throws Exception {
        String answer =
                exchange(
                        "POST /try HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
                                + "Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n16\r\n"
                                + THING
                                + "\r\n0\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 200").endsWith(THING);
    }

    @Test
    void limitsHeadersAndTargets() throws Exception {
        String request =
                "GET /try/number?count=1%s HTTP/1.1\r\nHost: a\r\nConnection: close\r\n%s\r\n";
        String header = "X-Large: " + "a".repeat(5000) + "\r\n";

        assertThat(exchange(request.formatted("", header.repeat(3)))).startsWith("HTTP/1.1 200");
        assertThat(exchange(request.formatted("&x=" + "a".repeat(24_000), "")))
                .startsWith("HTTP/1.1 200");
        assertRefused(431, "headers-too-large", exchange(request.formatted("", header.repeat(5))));
        assertRefused(
                414, "uri-too-long", exchange(request.formatted("&x=" + "a".repeat(40_000), "")));
    }

    @ParameterizedTest
    @CsvSource({
        "application/json, 200",
        "application/json; charset=utf-8, 200",
        "APPLICATION/JSON, 200",
        "garbage, 415",
        "text/plain, 415",
        "application/, 415",
        "/json, 415"
    })
    void wantsABodyThatSaysItIsJson(String type, int status) throws Exception {
        HttpRequest.Builder post =
                request("/try").header("Content-Type", type).POST(BodyPublishers.ofString(THING));

        assertThat(send(post).statusCode()).isEqualTo(status);
    }

    @Test
    void refusesABodyOfNoTypeOrOfTwo() throws Exception {
        assertThat(send(request("/try").POST(BodyPublishers.ofString(THING))).statusCode())
                .isEqualTo(415);
        HttpRequest.Builder twice =
                request("/try")
                        .header("Content-Type", "application/json")
                        .header("Content-Type", "text/plain")
                        .POST(BodyPublishers.ofString(THING));
        assertThat(send(twice).statusCode()).isEqualTo(415);
    }

    @ParameterizedTest
    @CsvSource({"identity, 200", "br, 415", "zstd, 415", "'gzip, br', 415", "nonsense, 415"})
    void refusesCodingsThatItCannotTakeAway(String coding, int status) throws Exception {
        HttpRequest.Builder post =
                request("/try")
                        .header("Content-Type", "application/json")
                        .header("Content-Encoding", coding)
                        .POST(BodyPublishers.ofString(THING));
        HttpResponse<String> answer = send(post);

        assertThat(answer.statusCode()).isEqualTo(status);
        if (status == 415) {
            assertThat(answer.body()).contains("urn:socialhub:problem:unsupported-media-type");
        }
    }

    /** The client reads nothing before it has sent all, as simple clients do. */
    @ParameterizedTest
    @ValueSource(strings = {"/upload", "/try"})
    void refusesABodyThatIsTooLargeAndEndsTheConnection(String path) throws IOException {
        String body = " ".repeat(20_000_000);
        String head = "POST %s HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n";
        assertRefused(
                413,
                "too-large",
                exchange(head.formatted(path) + "Content-Length: 20000000\r\n\r\n" + body));
        assertRefused(
                413,
                "too-large",
                exchange(
                        head.formatted(path)
                                + "Transfer-Encoding: chunked\r\n\r\n1312d00\r\n"
                                + body
                                + "\r\n0\r\n\r\n"));
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(server.getURL() + path));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }

    private static Map<String, List<String>> headers(HttpResponse<?> response) {
        Map<String, List<String>> headers = new TreeMap<>(response.headers().map());
        headers.keySet().removeAll(OWN);
        return headers;
    }

    /** All that comes back until the service closes the connection. */
    private static String exchange(String request) throws IOException {
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void assertRefused(int status, String type, String answer) {
        assertThat(answer)
                .startsWith("HTTP/1.1 " + status)
                .containsIgnoringCase("connection: close")
                .containsIgnoringCase("content-type: application/problem+json")
                .contains("urn:socialhub:problem:" + type);
        assertThat(answer.split("HTTP/1.1 ", -1)).as("one answer").hasSize(2);
    }
}
