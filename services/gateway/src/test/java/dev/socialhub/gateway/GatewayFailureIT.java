package dev.socialhub.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socialhub.gateway.testkit.RawCaller;
import dev.socialhub.gateway.testkit.RunningGateway;
import dev.socialhub.gateway.testkit.ScriptedService;
import dev.socialhub.gateway.testkit.ScriptedService.Conversation;
import java.io.EOFException;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What callers see when services fail, and which requests are retried. */
class GatewayFailureIT {

    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

    private static final ScriptedService POSTS = new ScriptedService(GatewayFailureIT::play);
    private static final CountDownLatch RELEASED = new CountDownLatch(1);
    private static RunningGateway gateway;

    @BeforeAll
    static void start() {
        gateway =
                new RunningGateway(
                        Map.of(
                                "POSTS_URL", POSTS.url(),
                                "UPSTREAM_READ_TIMEOUT", "2s",
                                "UPSTREAM_MAX_CONNECTIONS", "8",
                                "UPSTREAM_MAX_WAITING", "8",
                                "UPSTREAM_WAIT_TIMEOUT", "1s",
                                // These tests are about connections; no request is shed.
                                "UPSTREAM_MIN_IN_FLIGHT", "512",
                                "EVENT_LOOPS", "1"));
    }

    @AfterAll
    static void stop() {
        RELEASED.countDown();
        gateway.close();
        POSTS.close();
    }

    /** The path determines what happens; "once" applies only to the first request of that path. */
    private static void play(Conversation talk) throws IOException {
        String path = talk.head().split(" ", 3)[1];
        boolean isFirst = POSTS.heads().stream().filter(h -> h.contains(path + " ")).count() == 1;
        readBody(talk);
        if ((path.contains("/dies-once/") && isFirst) || path.contains("/dies-always/")) {
            talk.socket().close();
        } else if (path.contains("/resets-once/") && isFirst) {
            talk.reset();
        } else if (path.contains("/dies-in-body/")) {
            talk.say("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nonly this");
            talk.socket().close();
        } else if (path.contains("/dies-in-chunks/")) {
            talk.say("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nonly\r\n");
            talk.socket().close();
        } else if (path.contains("/garbage/")) {
            talk.say("this is not HTTP\r\n\r\n");
        } else if (path.contains("/silent/")) {
            awaitRelease();
        } else if (path.contains("/stalls-in-body/")) {
            talk.say("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nonly this");
            awaitRelease();
        } else {
            talk.say(OK);
        }
    }

    private static void readBody(Conversation talk) throws IOException {
        for (String line : talk.head().lines().toList()) {
            if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                talk.in().readNBytes(Integer.parseInt(line.split(":", 2)[1].strip()));
            }
        }
    }

    private static void awaitRelease() {
        try {
            RELEASED.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GET, dies-once, false, 200, 2",
        "GET, resets-once, false, 200, 2",
        "PUT, dies-once, false, 200, 2",
        "DELETE, dies-once, false, 200, 2",
        "POST, dies-once, true, 200, 2",
        "POST, dies-once, false, 502, 1",
        "PATCH, dies-once, true, 502, 1",
        "GET, dies-always, false, 502, 2",
        "POST, dies-always, true, 502, 2",
        "GET, garbage, false, 502, 2"
    })
    void sendsAgainOnceWhatMayBeSentAgain(
            String method, String behaviour, boolean keyed, int status, int times) {
        String path = "/posts/" + behaviour + "/" + UUID.randomUUID();
        HttpRequest.Builder request =
                gateway.request(path)
                        .method(
                                method,
                                method.equals("GET")
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofString("{\"text\":\"hello\"}"));
        if (keyed) {
            request.header("Idempotency-Key", "k1");
        }
        HttpResponse<String> answer = gateway.send(request);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(POSTS.heads()).filteredOn(head -> head.contains(path + " ")).hasSize(times);
        if (status == 502) {
            assertThat(answer.body()).contains("urn:socialhub:problem:bad-gateway");
        }
    }

    @Test
    void sendsNoLargeBodyAgain() {
        String path = "/posts/dies-once/" + UUID.randomUUID();
        HttpRequest.Builder request =
                gateway.request(path)
                        .header("Idempotency-Key", "k1")
                        .POST(BodyPublishers.ofByteArray(new byte[70_000]));

        assertThat(gateway.send(request).statusCode()).isEqualTo(502);
        assertThat(POSTS.heads()).filteredOn(head -> head.contains(path + " ")).hasSize(1);
    }

    @Test
    void cutsTheAnswerShortWhenTheServiceDiesWithinIt() throws IOException {
        for (String behaviour : new String[] {"dies-in-body", "dies-in-chunks", "stalls-in-body"}) {
            try (RawCaller caller = gateway.raw()) {
                caller.send(get("/posts/" + behaviour + "/1"));
                Assertions.assertThatThrownBy(caller::read).isInstanceOf(EOFException.class);
            }
        }
    }

    @Test
    void answers504ForASilentService() {
        HttpResponse<String> answer = gateway.get("/posts/silent/" + UUID.randomUUID());

        assertThat(answer.statusCode()).isEqualTo(504);
        assertThat(answer.body()).contains("urn:socialhub:problem:gateway-timeout");
    }

    @Test
    void answers502Or503ForAServiceThatIsNotThere() {
        HttpResponse<String> answer = gateway.get("/api/v1/notifications");

        assertThat(answer.statusCode()).isIn(502, 503);
        Awaitility.await()
                .untilAsserted(() -> {
                    HttpResponse<String> later = gateway.get("/api/v1/notifications");
                    assertThat(later.statusCode()).isEqualTo(503);
                    assertThat(later.headers().firstValue("Retry-After")).hasValue("1");
                });
        HttpResponse<String> health = gateway.send(gateway.anonymous("/health"));
        assertThat(health.statusCode()).isEqualTo(503);
        assertThat(health.body())
                .startsWith("{\"status\":\"DEGRADED\"")
                .contains("\"notifications\":{\"status\":\"DOWN\"");
    }

    @Test
    void takesOnlyAsManyRequestsAsItMay() {
        List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            answers.add(
                    gateway.http()
                            .sendAsync(
                                    gateway.request("/posts/silent/" + UUID.randomUUID()).build(),
                                    HttpResponse.BodyHandlers.ofString()));
        }
        List<Integer> statuses =
                answers.stream()
                        .map(CompletableFuture::join)
                        .map(HttpResponse::statusCode)
                        .toList();

        // Eight are sent and get no answer; eight wait in vain; the rest are refused.
        assertThat(statuses).containsOnly(503, 504);
        assertThat(statuses).filteredOn(status -> status == 504).hasSize(8);
        assertThat(gateway.management("/prometheus").body())
                .contains("gateway_rejected_total{reason=\"upstream_busy\"} 22.0");
        // Afterwards the gateway works again.
        assertThat(gateway.get("/posts/1").statusCode()).isEqualTo(200);
    }

    @Test
    void dropsTheServiceWhenTheCallerLeaves() throws IOException {
        String path = "/posts/silent/" + UUID.randomUUID();
        try (RawCaller caller = gateway.raw()) {
            caller.send(get(path));
            Awaitility.await()
                    .until(() -> POSTS.heads().stream().anyMatch(h -> h.contains(path + " ")));
        }
        Awaitility.await()
                .until(() ->
                        gateway.management("/prometheus")
                                .body()
                                .contains("group=\"posts\",method=\"GET\",status=\"4xx\""));
    }

    private static String get(String path) {
        return "GET %s HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer %s\r\n\r\n"
                .formatted(path, gateway.token());
    }
}
