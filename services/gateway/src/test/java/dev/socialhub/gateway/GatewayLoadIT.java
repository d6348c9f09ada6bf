package dev.socialhub.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socialhub.gateway.testkit.RawCaller;
import dev.socialhub.gateway.testkit.RunningGateway;
import dev.socialhub.gateway.testkit.StubService;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Many concurrent callers, on connections that are kept open. */
class GatewayLoadIT {

    private static final int CALLERS = 40;
    private static final int REQUESTS_EACH = 100;

    @Test
    void givesEveryCallerItsOwnAnswers() throws Exception {
        try (StubService auth = new StubService("auth");
                RunningGateway gateway = new RunningGateway(Map.of("AUTH_URL", auth.url()));
                ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = new ArrayList<>();
            for (int caller = 0; caller < CALLERS; caller++) {
                String name = "caller" + caller;
                all.add(callers.submit(() -> converse(gateway, name)));
            }
            for (Future<?> one : all) {
                one.get();
            }
            assertThat(auth.seen()).hasSize(CALLERS * REQUESTS_EACH);
            assertThat(gateway.management("/prometheus").body())
                    .contains("gateway_retries_total{upstream=\"auth\"} 0.0");
        }
    }

    private static Object converse(RunningGateway gateway, String name) throws Exception {
        try (RawCaller caller = gateway.raw()) {
            for (int i = 0; i < REQUESTS_EACH; i++) {
                String id = name + "-" + i;
                boolean isPost = i % 2 == 0;
                String body = isPost ? "body of " + id : "";
                RawCaller.Answer answer =
                        caller.send(
                                        ("%s /auth/check/%s HTTP/1.1\r\nHost: a\r\n"
                                                        + "X-Request-Id: %s\r\n"
                                                        + "Content-Length: %d\r\n\r\n%s")
                                                .formatted(
                                                        isPost ? "POST" : "GET",
                                                        id,
                                                        id,
                                                        body.length(),
                                                        body))
                                .read();
                assertThat(answer.text())
                        .isEqualTo(isPost ? body : "auth GET /api/v1/auth/check/" + id);
                assertThat(answer.headers()).containsEntry("x-request-id", id);
            }
            return name;
        }
    }
}
