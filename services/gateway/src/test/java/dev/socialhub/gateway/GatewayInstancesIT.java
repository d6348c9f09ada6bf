package dev.socialhub.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socialhub.gateway.testkit.RunningGateway;
import dev.socialhub.gateway.testkit.StubService;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The instances of a service change while requests continue. */
class GatewayInstancesIT {

    private static final int CALLERS = 8;

    @TempDir Path folder;

    @Test
    void anInstanceComesAndGoesUnderLoadWithoutAFailedRequest() throws Exception {
        StubService one = new StubService("one");
        StubService two = new StubService("two");
        try (one;
                two;
                RunningGateway gateway = follow(one);
                Load load = new Load(gateway)) {
            load.goOn(200);
            assertThat(two.seen()).isEmpty();

            list(one, two);
            Awaitility.await().until(() -> two.seen().size() > 100);

            list(one);
            Awaitility.await().until(() -> !health(gateway).contains(two.url()));
            int last = two.seen().size();
            // An instance that /health no longer lists may stop at once.
            two.close();
            load.goOn(400);
            assertThat(two.seen()).hasSize(last);
            assertThat(load.failures()).isEmpty();
            assertThat(gateway.management("/prometheus").body())
                    .contains("gateway_retries_total{upstream=\"auth\"} 0.0");
        }
    }

    @Test
    void anInstanceThatVanishesCostsNoReadAndNoKeyedPost() throws Exception {
        StubService one = new StubService("one");
        StubService two = new StubService("two");
        try (one;
                RunningGateway gateway = follow(one, two);
                Load load = new Load(gateway)) {
            Awaitility.await().until(() -> two.seen().size() > 100);
            two.close();
            load.goOn(400);
            assertThat(load.failures()).isEmpty();
            Awaitility.await().until(() -> health(gateway).contains("UNREACHABLE"));
        }
    }

    @Test
    void aRequestUnderWayEndsOnTheInstanceThatLeaves() throws Exception {
        CountDownLatch mayEnd = new CountDownLatch(1);
        StubService one = new StubService("one");
        StubService slow = new StubService("slow");
        slow.handling(
                "/api/v1/auth/check/slow",
                exchange -> {
                    awaitEnd(mayEnd);
                    exchange.sendResponseHeaders(204, -1);
                    exchange.close();
                });
        try (one;
                slow;
                RunningGateway gateway = follow(slow);
                ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Integer> asked =
                    callers.submit(() -> gateway.get("/auth/check/slow").statusCode());
            Awaitility.await()
                    .until(() ->
                            gateway.management("/prometheus")
                                    .body()
                                    .contains(
                                            "gateway_upstream_connections{upstream=\"auth\"} 1.0"));
            list(one);
            Awaitility.await().until(() -> health(gateway).contains("DRAINING"));
            assertThat(gateway.get("/auth/check/now").body()).startsWith("one ");

            mayEnd.countDown();
            assertThat(asked.get()).isEqualTo(204);
            Awaitility.await().until(() -> !health(gateway).contains(slow.url()));
        }
    }

    @Test
    void garbageInTheFileChangesNothingAndIsCounted() throws Exception {
        StubService one = new StubService("one");
        StubService two = new StubService("two");
        try (one;
                two;
                RunningGateway gateway = follow(one)) {
            write("{\"auth\":[\"" + two.url());
            Awaitility.await().until(() -> refusals(gateway, 1));
            assertThat(gateway.get("/auth/check/j").body()).startsWith("one ");

            write("{\"auth\":[]}");
            Awaitility.await().until(() -> refusals(gateway, 2));
            assertThat(gateway.get("/auth/check/j").body()).startsWith("one ");

            list(two);
            Awaitility.await().until(() -> gateway.get("/auth/check/j").body().startsWith("two "));
            Awaitility.await()
                    .untilAsserted(() ->
                            assertThat(gateway.management("/prometheus").body())
                                    .contains(
                                            "gateway_upstream_instances{upstream=\"auth\"} 1.0",
                                            "gateway_upstream_instances_up{upstream=\"auth\"} 1.0"));
        }
    }

    @Test
    void aServiceThatTheFileNoLongerNamesHasItsSettingAgain() throws Exception {
        StubService one = new StubService("one");
        StubService two = new StubService("two");
        try (one;
                two;
                RunningGateway gateway = follow(two)) {
            assertThat(gateway.get("/auth/check/j").body()).startsWith("two ");
            write("{}");
            // The setting names a port on which no service listens, so the last instance stays.
            Awaitility.await().until(() -> health(gateway).contains("http://127.0.0.1:1\""));
            assertThat(gateway.get("/auth/check/j").body()).startsWith("two ");
        }
    }

    private RunningGateway follow(StubService... instances) {
        list(instances);
        return new RunningGateway(
                Map.of(
                        "UPSTREAMS_FILE", file().toString(),
                        "HEALTH_INTERVAL", "100ms",
                        "HEALTH_RETRY_INTERVAL", "100ms"));
    }

    private void list(StubService... instances) {
        write(
                Stream.of(instances)
                        .map(one -> "\"" + one.url() + "\"")
                        .collect(Collectors.joining(",", "{\"auth\":[", "]}")));
    }

    private void write(String text) {
        try {
            Path whole = Files.writeString(folder.resolve("new"), text);
            Files.move(
                    whole,
                    file(),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file() {
        return folder.resolve("upstreams.json");
    }

    private static boolean refusals(RunningGateway gateway, int count) {
        return gateway.management("/prometheus")
                .body()
                .contains("gateway_upstreams_file_refused_total " + count + ".0");
    }

    private static String health(RunningGateway gateway) {
        return gateway.send(gateway.anonymous("/health")).body();
    }

    private static void awaitEnd(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Callers that send one request after another, alternating reads and posts with a key. */
    private static final class Load implements AutoCloseable {

        private final RunningGateway gateway;
        private final AtomicInteger answered = new AtomicInteger();
        private final List<String> failures = new CopyOnWriteArrayList<>();
        private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();
        private final List<Future<?>> running = new ArrayList<>();
        private volatile boolean ending;

        Load(RunningGateway gateway) {
            this.gateway = gateway;
            for (int i = 0; i < CALLERS; i++) {
                running.add(callers.submit(this::converse));
            }
        }

        private void converse() {
            for (int i = 0; !ending; i++) {
                var read = gateway.anonymous("/auth/check/j");
                var keyed =
                        gateway.anonymous("/auth/check/j")
                                .header("Idempotency-Key", "k" + i)
                                .POST(BodyPublishers.ofString("a body"));
                int status = gateway.send(i % 2 == 0 ? read : keyed).statusCode();
                if (status != 200) {
                    failures.add("%d for the %s".formatted(status, i % 2 == 0 ? "GET" : "POST"));
                }
                answered.incrementAndGet();
            }
        }

        /** Returns when this many more requests have been answered. */
        void goOn(int requests) {
            int until = answered.get() + requests;
            Awaitility.await().until(() -> answered.get() >= until);
        }

        List<String> failures() {
            return failures;
        }

        @Override
        public void close() throws Exception {
            ending = true;
            for (Future<?> one : running) {
                one.get();
            }
            callers.close();
        }
    }
}
