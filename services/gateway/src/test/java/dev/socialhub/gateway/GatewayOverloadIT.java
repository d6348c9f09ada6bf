package dev.socialhub.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socialhub.gateway.testkit.RawCaller;
import dev.socialhub.gateway.testkit.RunningGateway;
import dev.socialhub.gateway.testkit.ScriptedService;
import dev.socialhub.gateway.testkit.ScriptedService.Conversation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Which requests are refused when a service is overloaded, and how long a request waits at most.
 */
class GatewayOverloadIT {

    private static final int LIMIT = 10;

    private final AtomicInteger dropped = new AtomicInteger();
    private final ScriptedService service = new ScriptedService(this::play);
    private final List<RawCaller> callers = new ArrayList<>();
    private RunningGateway gateway;

    @BeforeEach
    void start() {
        gateway = gateway("20s");
    }

    private RunningGateway gateway(String answerTimeout) {
        return new RunningGateway(
                Map.of(
                        "AUTH_URL", service.url(),
                        "POSTS_URL", service.url(),
                        "UPSTREAM_MAX_IN_FLIGHT", Integer.toString(LIMIT),
                        "UPSTREAM_MIN_IN_FLIGHT", "4",
                        "UPSTREAM_ANSWER_TIMEOUT", answerTimeout));
    }

    @AfterEach
    void stop() throws IOException {
        for (RawCaller caller : callers) {
            caller.close();
        }
        gateway.close();
        service.close();
    }

    private void play(Conversation talk) throws IOException {
        String path = talk.head().split(" ", 3)[1];
        if (path.contains("silent")) {
            // Waits until the gateway closes the connection.
            if (talk.in().read() < 0) {
                dropped.incrementAndGet();
            }
            talk.socket().close();
        } else if (path.contains("stream")) {
            talk.say("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nab\r\n");
            talk.in().read();
            talk.socket().close();
        } else if (path.contains("upload")) {
            talk.in().readNBytes(9);
            talk.say("HTTP/1.1 204 No Content\r\n\r\n");
        } else if (path.contains("busy")) {
            talk.say("HTTP/1.1 503 Busy\r\nContent-Length: 0\r\n\r\n");
        } else {
            talk.say("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
        }
    }

    @Test
    void refusesReadsFirstThenWritesAndLastWhatIsEssential() throws IOException {
        occupy(7, "GET /auth/check/silent");

        RawCaller.Answer refused = call("GET /auth/check/jane").read();
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.text()).contains("\"urn:socialhub:problem:overloaded\"");
        assertThat(refused.headers())
                .containsEntry("content-type", "application/problem+json")
                .doesNotContainEntry("connection", "close");
        assertThat(refused.headers().get("retry-after")).isIn("1", "2", "3");
        assertThat(call("POST /auth/check/jane").read().status()).isEqualTo(200);
        // Another service is not affected.
        assertThat(call("GET /posts/1").read().status()).isEqualTo(200);

        occupy(2, "POST /auth/check/silent");
        assertThat(call("POST /auth/check/jane").read().status()).isEqualTo(503);
        assertThat(call("POST /auth/login").read().status()).isEqualTo(200);

        occupy(1, "GET /auth/verify-user/silent");
        assertThat(call("POST /auth/login").read().status()).isEqualTo(503);
        assertThat(meter("gateway_shed_total{class=\"read\"}")).isEqualTo(1);
        assertThat(meter("gateway_shed_total{class=\"write\"}")).isEqualTo(1);
        assertThat(meter("gateway_shed_total{class=\"essential\"}")).isEqualTo(1);
        assertThat(meter("gateway_rejected_total{reason=\"overloaded\"}")).isEqualTo(3);
        assertThat(meter("gateway_upstream_limit{upstream=\"auth\"}")).isEqualTo(LIMIT);
        assertThat(meter("gateway_upstream_in_flight{upstream=\"auth\"}")).isEqualTo(LIMIT);
    }

    @Test
    void givesAPlaceBackWhenTheCallerLeavesAndDropsTheService() throws IOException {
        occupy(LIMIT, "GET /auth/verify-user/silent");
        assertThat(call("POST /auth/login").read().status()).isEqualTo(503);

        for (RawCaller caller : callers) {
            caller.close();
        }
        await().until(() -> dropped.get() == LIMIT);
        assertThat(meter("gateway_upstream_in_flight{upstream=\"auth\"}")).isZero();
        assertThat(call("GET /auth/check/jane").read().status()).isEqualTo(200);
    }

    @Test
    void countsNeitherStreamsNorUploadsThatAreStillArriving() throws IOException {
        for (int i = 0; i < LIMIT; i++) {
            RawCaller reader = call("GET /posts/stream");
            assertThat(reader.in().read()).isEqualTo('H');
            RawCaller uploader = caller();
            uploader.send(
                    head("POST /posts/upload")
                            .replace("\r\n\r\n", "\r\nContent-Length: 9\r\n\r\nhalf"));
        }
        await().until(() -> service.heads().size() == 2 * LIMIT);

        assertThat(meter("gateway_upstream_in_flight{upstream=\"posts\"}")).isZero();
        assertThat(call("GET /posts/1").read().status()).isEqualTo(200);
    }

    @Test
    void allowsLessWhenTheServiceSaysThatItIsTooMuch() throws IOException {
        try (RawCaller caller = gateway.raw()) {
            await().untilAsserted(() -> {
                for (int i = 0; i < 20; i++) {
                    caller.send(head("GET /posts/busy"));
                    assertThat(caller.read().status()).isEqualTo(503);
                }
                assertThat(meter("gateway_upstream_limit{upstream=\"posts\"}")).isEqualTo(4);
            });
        }
    }

    @Test
    void tellsTheServiceHowLongItWaitsAndBelievesNoCaller() throws IOException {
        caller().send(
                        head("GET /posts/1")
                                .replace("\r\n\r\n", "\r\nX-Request-Deadline: 999999\r\n\r\n"))
                .read();

        List<String> deadlines =
                service.heads()
                        .getFirst()
                        .lines()
                        .map(line -> line.toLowerCase(Locale.ROOT))
                        .filter(line -> line.startsWith("x-request-deadline:"))
                        .toList();
        assertThat(deadlines).hasSize(1);
        assertThat(Long.parseLong(deadlines.getFirst().split(":", 2)[1].strip()))
                .isBetween(10_000L, 20_000L);
    }

    @Test
    void answers504WhenTheTimeIsUpAndDropsTheService() throws IOException {
        gateway.close();
        gateway = gateway("500ms");
        RawCaller caller = call("GET /posts/silent");
        RawCaller.Answer answer = caller.read();

        assertThat(answer.status()).isEqualTo(504);
        assertThat(answer.text()).contains("\"urn:socialhub:problem:gateway-timeout\"");
        await().until(() -> dropped.get() == 1);
        assertThat(caller.send(head("GET /posts/1")).read().status()).isEqualTo(200);
        assertThat(meter("gateway_upstream_in_flight{upstream=\"posts\"}")).isZero();
    }

    /** Sends requests that the service receives and doesn't answer. */
    private void occupy(int times, String requestLine) throws IOException {
        int before = service.heads().size();
        for (int i = 0; i < times; i++) {
            call(requestLine);
        }
        await().until(() -> service.heads().size() == before + times);
    }

    private RawCaller call(String requestLine) throws IOException {
        return caller().send(head(requestLine));
    }

    private RawCaller caller() throws IOException {
        RawCaller caller = gateway.raw();
        callers.add(caller);
        return caller;
    }

    private String head(String requestLine) {
        return "%s HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer %s\r\n\r\n"
                .formatted(requestLine, gateway.token());
    }

    private double meter(String series) {
        return gateway.management("/prometheus")
                .body()
                .lines()
                .filter(line -> line.startsWith(series + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(series.length() + 1)))
                .findFirst()
                .orElseThrow();
    }
}
