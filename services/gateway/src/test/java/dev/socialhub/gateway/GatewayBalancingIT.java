package dev.socialhub.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socialhub.gateway.testkit.RunningGateway;
import dev.socialhub.gateway.testkit.StubService;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Several instances of one service, one of which stops and starts. */
class GatewayBalancingIT {

    @Test
    void losesNoRequestWhenOneOfTwoInstancesDiesAndUsesItAgainWhenItReturns() {
        StubService one = new StubService("one");
        StubService two = new StubService("two");
        int port = two.port();
        try (one;
                RunningGateway gateway =
                        new RunningGateway(
                                Map.of(
                                        "AUTH_URL", one.url() + "," + two.url(),
                                        "HEALTH_INTERVAL", "100ms",
                                        "HEALTH_RETRY_INTERVAL", "100ms"))) {
            ask(gateway, 20);
            assertThat(one.seen()).hasSizeGreaterThan(5);
            assertThat(two.seen()).hasSizeGreaterThan(5);

            two.close();
            ask(gateway, 50);
            Awaitility.await()
                    .until(() -> health(gateway).contains("\"status\":\"DEGRADED\",\"instances\""));

            try (StubService again = new StubService("two", port)) {
                Awaitility.await()
                        .until(() -> {
                            ask(gateway, 4);
                            return !again.seen().isEmpty();
                        });
            }
        }
    }

    @Test
    void leavesOutAnInstanceThatIsNotReadyUnlessNoneIs() {
        StubService ready = new StubService("ready");
        StubService unready = new StubService("unready");
        try (ready;
                unready;
                RunningGateway gateway =
                        new RunningGateway(
                                Map.of(
                                        "AUTH_URL", ready.url() + "," + unready.url(),
                                        "HEALTH_INTERVAL", "100ms",
                                        "HEALTH_RETRY_INTERVAL", "100ms"))) {
            unready.setReady(false);
            Awaitility.await().until(() -> health(gateway).contains("NOT_READY"));
            int before = unready.seen().size();
            ask(gateway, 20);
            assertThat(unready.seen()).hasSize(before);

            ready.setReady(false);
            Awaitility.await().until(() -> health(gateway).contains("\"status\":\"DOWN\""));
            ask(gateway, 20);
            assertThat(unready.seen()).hasSizeGreaterThan(before);
        }
    }

    private static void ask(RunningGateway gateway, int times) {
        for (int i = 0; i < times; i++) {
            // A POST without a key: it may be sent again only if it was never sent.
            var login = gateway.anonymous("/auth/check/j").POST(BodyPublishers.noBody());
            var check = gateway.anonymous("/auth/check/j");
            assertThat(gateway.send(i % 2 == 0 ? login : check).statusCode()).isEqualTo(200);
        }
    }

    private static String health(RunningGateway gateway) {
        return gateway.send(gateway.anonymous("/health")).body();
    }
}
