package dev.socialhub.posts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.Headers;
import dev.socialhub.people.testing.FakeUsers;
import dev.socialhub.shared.identity.ServiceTokens;
import dev.socialhub.shared.testing.FakeAuth.Person;
import dev.socialhub.shared.testing.RunningService;
import dev.socialhub.shared.trace.TraceContext;
import dev.socialhub.testkit.collector.Collector;
import dev.socialhub.testkit.collector.ReceivedSpan;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Requests that posts sends to other services are part of the incoming request's trace, below it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TracedQuestionsIT {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final long SERVER = 2;
    private static final long CLIENT = 3;

    private Collector collector;
    private FakeUsers users;
    private RunningService posts;

    @BeforeAll
    void start() throws IOException {
        collector = new Collector();
        users = new FakeUsers();
        posts =
                RunningService.start(
                        "posts",
                        Map.of(
                                "posts.users-urls",
                                users.url(),
                                "socialhub.ops.enabled",
                                true,
                                "socialhub.tracing.endpoint",
                                collector.endpoint()));
    }

    @AfterAll
    void stop() {
        posts.close();
        users.close();
        collector.close();
    }

    @Test
    void askingAuthForAnAuthorBelongsToTheRequest() {
        Person reader = posts.auth.signUp("reader", "Reader");
        posts.auth.signUp("newcomer", "Newcomer");
        TraceContext caller = TraceContext.begin();
        HttpRequest.Builder request = posts.request("/api/v1/users/newcomer/posts").GET();
        assertThat(posts.send(reader, within(caller, request)).status()).isEqualTo(200);
        assertAskedFor(caller, posts.auth.asked, "/api/v1/users/{user}/posts");
    }

    @Test
    void askingUsersForEdgesBelongsToTheRequest() {
        TraceContext caller = TraceContext.begin();
        HttpRequest.Builder request =
                posts.request("/internal/ops/projections/edges/verify")
                        .header(
                                "Authorization",
                                "Bearer " + posts.bean(ServiceTokens.class).issue())
                        .POST(BodyPublishers.noBody());
        assertThat(posts.send(null, within(caller, request)).status()).isEqualTo(200);
        assertAskedFor(caller, users.asked, "/internal/ops/projections/{name}/verify");
    }

    private static HttpRequest.Builder within(TraceContext caller, HttpRequest.Builder request) {
        return request.header(TraceContext.HEADER, caller.traceparent());
    }

    /**
     * Checks the nesting of the spans: the caller's, below it the request's, below it that of the
     * request to the other service.
     */
    private void assertAskedFor(TraceContext caller, Deque<Headers> asked, String route) {
        TraceContext question =
                asked.stream()
                        .map(headers -> TraceContext.parse(headers.getFirst(TraceContext.HEADER)))
                        .filter(Objects::nonNull)
                        .filter(one -> one.traceId().equals(caller.traceId()))
                        .reduce((_, last) -> last)
                        .orElseThrow();
        await().atMost(SOON).until(() -> collector.trace(caller.traceId()).size() >= 2);
        List<ReceivedSpan> spans = collector.trace(caller.traceId());
        ReceivedSpan server = only(spans, SERVER);
        assertThat(server.parentId()).isEqualTo(caller.spanId());
        assertThat(server.name()).endsWith(route);
        assertThat(spans)
                .filteredOn(span -> span.spanId().equals(question.spanId()))
                .singleElement()
                .satisfies(span -> {
                    assertThat(span.kind()).isEqualTo(CLIENT);
                    assertThat(span.parentId()).isEqualTo(server.spanId());
                    assertThat(span.attributes()).containsEntry("http.response.status_code", "200");
                });
    }

    private static ReceivedSpan only(List<ReceivedSpan> spans, long kind) {
        assertThat(spans).filteredOn(span -> span.kind() == kind).hasSize(1);
        return spans.stream().filter(span -> span.kind() == kind).findFirst().orElseThrow();
    }
}
