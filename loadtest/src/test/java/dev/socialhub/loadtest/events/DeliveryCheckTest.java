package dev.socialhub.loadtest.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.socialhub.loadtest.format.Outcome.Finding;
import dev.socialhub.loadtest.notice.EventObserver;
import dev.socialhub.loadtest.notice.Notifications;
import dev.socialhub.loadtest.platform.Api;
import dev.socialhub.loadtest.users.TestUser;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeliveryCheckTest {

    private static final TestUser ADA = TestUser.of("id-of-ada", "ada", "token-of-ada");

    /** Two pages: the welcome, then posts a and b; then a once more, and c. */
    private static final List<List<String>> PAGES =
            List.of(List.of("user:ada", "post:a", "post:b"), List.of("post:a", "post:c"));

    private final AtomicInteger requests = new AtomicInteger();
    private HttpServer platform;
    private Notifications notifications;
    private volatile int emptyAnswers;

    @BeforeEach
    void startPlatform() throws IOException {
        platform = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        platform.createContext("/api/v1/notifications", this::page);
        platform.start();
        notifications =
                new Notifications(
                        new Api(URI.create("http://127.0.0.1:" + platform.getAddress().getPort())));
    }

    @AfterEach
    void stopPlatform() {
        platform.stop(0);
    }

    @Test
    void countsMissingAndDuplicateNotifications() throws IOException {
        assertThat(checked(Duration.ZERO, "a", "b", "d"))
                .containsExactly(
                        new Finding("lost", 1, 0, "notifications"),
                        new Finding("doubled", 1, 0, "notifications"));
    }

    @Test
    void waitsForLateNotifications() throws IOException {
        emptyAnswers = 1;
        assertThat(checked(Duration.ofMinutes(1), "a", "b", "c").getFirst())
                .isEqualTo(new Finding("lost", 0, 0, "notifications"));
    }

    @Test
    void pollsUntilThePostIsSeen() throws InterruptedException {
        emptyAnswers = 2;
        EventObserver observer = new EventObserver(notifications);
        long since = System.nanoTime();
        // Ignored until the observer has begun to watch.
        await().until(() -> {
            observer.show(ADA, "b", since);
            return requests.get() > 0;
        });
        observer.close();
        assertThat(requests).hasValue(3);
        List<Finding> findings = observer.findings(50, 1_000);
        assertThat(findings).extracting(Finding::name).containsExactly("visible_p50", "unseen");
        assertThat(findings.getFirst().measured()).isPositive();
        assertThat(findings.getLast().measured()).isZero();
    }

    @Test
    void findsNoTimeWithoutNotifications() throws InterruptedException {
        EventObserver observer = new EventObserver(notifications);
        observer.close();
        assertThat(observer.findings(50, 1_000))
                .extracting(Finding::name)
                .containsExactly("unseen");
    }

    private List<Finding> checked(Duration timeout, String... sent) throws IOException {
        return new DeliveryCheck(notifications, timeout).of(Map.of(ADA, List.of(sent)));
    }

    private void page(HttpExchange exchange) throws IOException {
        boolean isFirst = !exchange.getRequestURI().getQuery().contains("cursor=second");
        boolean isEmpty = isFirst && requests.incrementAndGet() <= emptyAnswers;
        List<String> items = isEmpty ? List.of() : PAGES.get(isFirst ? 0 : 1);
        String json =
                "{\"items\": [%s], \"nextCursor\": %s}"
                        .formatted(
                                String.join(
                                        ",",
                                        items.stream()
                                                .map(DeliveryCheckTest::notification)
                                                .toList()),
                                isFirst && !isEmpty ? "\"second\"" : "null");
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        try (var out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    private static String notification(String about) {
        return "{\"entity\": {\"type\": \"%s\", \"id\": \"%s\"}}"
                .formatted(
                        about.substring(0, about.indexOf(':')),
                        about.substring(about.indexOf(':') + 1));
    }
}
