package dev.socialhub.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.socialhub.cli.CommandOutcome;
import dev.socialhub.testkit.collector.ReceivedSpan;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** One trace, from a client's request through everything that it causes, however late. */
class TracesIT {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String CALLERS_SPAN = "00f067aa0ba902b7";

    private final PlatformUnderTest platform = PlatformUnderTest.shared();
    private final ObjectMapper json = new ObjectMapper();
    private final String trace = UUID.randomUUID().toString().replace("-", "");
    private final String traceparent = "00-" + trace + "-" + CALLERS_SPAN + "-01";

    @Test
    void aPostIsFollowedByItsTraceThroughAnHourWithoutKafka() throws Exception {
        Client.Person author = platform.gateway().signUp();
        platform.kill("kafka");
        Client.Answer answer =
                author.client()
                        .with("traceparent", traceparent)
                        .post("/api/v1/posts", Map.of("content", "to be followed"));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        assertThat(answer.header("traceresponse")).matches("00-" + trace + "-[0-9a-f]{16}-01");

        String event = eventInOutbox();
        CommandOutcome waiting = platform.ctl("events", "trace", event, "-o", "json");
        assertThat(waiting.exitCode()).as(waiting.err()).isEqualTo(69);
        JsonNode held = json.readTree(waiting.out());
        assertThat(held.get("traceId").asText()).isEqualTo(trace);
        assertThat(held.at("/outbox/0/traceId").asText()).isEqualTo(trace);

        platform.up();
        await().atMost(SOON).until(() -> isHandled(traced(event), "notifications"));
        JsonNode sent = traced(event);
        assertThat(sent.get("outbox")).isEmpty();
        assertThat(sent.get("traceId").asText()).isEqualTo(trace);
        assertThat(sent.get("recordTraceId").asText()).isEqualTo(trace);

        CommandOutcome logs = platform.ctl("logs", "--trace", traceparent);
        assertThat(logs.exitCode()).as(logs.err()).isZero();
        assertThat(logs.out()).contains("POST /api/v1/posts 201");
        awaitSpans();
    }

    @Test
    void aProblemNamesItsTrace() {
        Client.Answer answer =
                platform.gateway().with("traceparent", traceparent).get("/api/v1/users/me");
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.json().get("traceId").asText()).isEqualTo(trace);
        Client.Answer ofService =
                platform.gateway()
                        .with("traceparent", traceparent)
                        .post("/api/v1/auth/login", Map.of("identifier", "x"));
        assertThat(ofService.status()).as(ofService.text()).isBetween(400, 499);
        assertThat(ofService.json().get("traceId").asText()).isEqualTo(trace);
    }

    /** The gateway's span is a child of the client's, the service's of the gateway's, and so on. */
    private void awaitSpans() {
        await().atMost(SOON)
                .untilAsserted(() -> {
                    ReceivedSpan gateway = spans("gateway", "POST /api/v1/posts").getFirst();
                    assertThat(gateway.parentId()).isEqualTo(CALLERS_SPAN);
                    ReceivedSpan posts = spans("posts", "POST /api/v1/posts").getFirst();
                    assertThat(posts.parentId()).isEqualTo(gateway.spanId());
                    assertThat(posts.attributes())
                            .containsEntry("http.request.method", "POST")
                            .containsEntry("http.route", "/api/v1/posts")
                            .containsEntry("http.response.status_code", "201");
                    // An event may be sent and handled again, but has one effect.
                    List<ReceivedSpan> sending = spans("posts", "send POST_TOPIC");
                    assertThat(sending)
                            .extracting(ReceivedSpan::parentId)
                            .containsOnly(posts.spanId());
                    ReceivedSpan handling = spans("notifications", "process POST_TOPIC").getFirst();
                    assertThat(sending)
                            .extracting(ReceivedSpan::spanId)
                            .contains(handling.parentId());
                    assertThat(handling.attributes())
                            .containsEntry("messaging.destination.name", "POST_TOPIC")
                            .containsEntry("messaging.consumer.group.name", "notifications");
                });
        for (ReceivedSpan span : platform.collector().trace(trace)) {
            assertThat(span.attributes().values()).noneMatch(said -> said.contains("followed"));
        }
    }

    /** An earlier attempt to send, while Kafka was unavailable, may have failed. */
    private List<ReceivedSpan> spans(String service, String name) {
        List<ReceivedSpan> found =
                platform.collector().trace(trace).stream()
                        .filter(span -> span.service().equals(service))
                        .filter(span -> span.name().equals(name) && !span.failed())
                        .toList();
        assertThat(found).as("%s of %s", name, service).isNotEmpty();
        return found;
    }

    private String eventInOutbox() throws SQLException, IOException {
        try (Connection database = platform.database("posts");
                PreparedStatement query =
                        database.prepareStatement(
                                "select payload from outbox where traceparent like ?")) {
            query.setString(1, "00-" + trace + "-%");
            try (ResultSet row = query.executeQuery()) {
                assertThat(row.next()).isTrue();
                return json.readTree(row.getBytes(1)).get("id").asText();
            }
        }
    }

    private JsonNode traced(String event) throws IOException {
        return json.readTree(platform.ctl("events", "trace", event, "-o", "json").out());
    }

    private static boolean isHandled(JsonNode traced, String group) {
        for (JsonNode one : traced.path("groups")) {
            if (one.get("group").asText().equals(group)) {
                return one.get("state").asText().equals("handled");
            }
        }
        return false;
    }
}
