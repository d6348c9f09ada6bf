package dev.socialhub.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.MongoInterruptedException;
import dev.socialhub.backing.BackingLayout;
import dev.socialhub.backing.BackingServer;
import dev.socialhub.backing.mongodb.MongodbServer;
import dev.socialhub.backing.process.DetachedProcess;
import dev.socialhub.contracts.event.Event;
import dev.socialhub.notifications.head.Head;
import dev.socialhub.notifications.head.HeadStore;
import dev.socialhub.notifications.notification.Examples;
import dev.socialhub.shared.dependency.Dependency;
import dev.socialhub.shared.testing.Bus;
import dev.socialhub.shared.testing.Json;
import dev.socialhub.testkit.TestJvm;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeoutException;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** MongoDB is away at first and is killed while it writes; the service stands by. */
class StoreKilledIT {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String LIST = "/api/v1/notifications";
    private static final int EVENTS = 300;

    @TempDir private Path folder;

    private final UUID ada = UUID.randomUUID();
    private BackingServer mongodb;
    private @Nullable DetachedProcess process;

    @BeforeEach
    void choosePort() {
        BackingLayout layout =
                new BackingLayout(
                        folder.resolve("data"),
                        folder.resolve("bin"),
                        folder,
                        Path.of(System.getProperty("socialhub.dist")),
                        Path.of(System.getProperty("java.home"), "bin", "java"));
        mongodb = new MongodbServer(layout, TestJvm.freePort());
    }

    @AfterEach
    void stopServer() {
        if (process != null) {
            process.kill();
        }
    }

    @Test
    void everyEventHasItsNotificationOnce() throws Exception {
        String url = "mongodb://127.0.0.1:" + mongodb.port() + "/notifications";
        try (RunningNotifications service = new RunningNotifications(url);
                Bus bus = new Bus()) {
            await().atMost(SOON)
                    .until(() -> service.send("GET", "/health/readiness").statusCode() == 200);
            assertUnavailable(service.sendAs(ada, "GET", LIST));
            assertUnavailable(service.sendAs(ada, "PUT", LIST + "/read-all"));

            bus.send(Examples.postBy(ada));
            DetachedProcess server = startServer();
            await().atMost(SOON).until(() -> count(service) == 1);

            List<Event> events = new ArrayList<>();
            Thread publisher =
                    Thread.ofVirtual()
                            .start(() -> {
                                for (int i = 1; i < EVENTS; i++) {
                                    Event event = Examples.postBy(ada);
                                    events.add(event);
                                    bus.send(event);
                                }
                            });
            for (int kills = 1; kills <= 3; kills++) {
                int enough = kills * EVENTS / 5;
                await().atMost(SOON)
                        .pollInterval(Duration.ofMillis(5))
                        .until(() -> count(service) >= enough);
                server.kill();
                server = startServer();
            }
            publisher.join();
            await().atMost(SOON).until(() -> count(service) == EVENTS);

            List<Json> all = all(service);
            assertThat(all)
                    .extracting(item -> item.get("seq").getLongValue())
                    .containsExactlyElementsOf(
                            LongStream.iterate(EVENTS, seq -> seq >= 1, seq -> seq - 1)
                                    .boxed()
                                    .toList());
            assertThat(all)
                    .extracting(item -> item.get("entity").get("id").getStringValue())
                    .doesNotHaveDuplicates()
                    .containsAll(events.stream().map(event -> event.data().subject()).toList());
        }
    }

    @Test
    void aSilentStoreIsNotWaitedForForEver() throws Exception {
        DetachedProcess server = startServer();
        String url = "mongodb://127.0.0.1:" + mongodb.port() + "/notifications";
        try (RunningNotifications service = new RunningNotifications(url)) {
            await().atMost(SOON).until(() -> service.sendAs(ada, "GET", LIST).statusCode() == 200);
            signal(server, "-STOP");
            try {
                assertUnavailable(service.sendAs(ada, "GET", LIST));
            } finally {
                signal(server, "-CONT");
            }
            await().atMost(SOON).until(() -> service.sendAs(ada, "GET", LIST).statusCode() == 200);
        }
    }

    @Test
    void anInterruptedThreadStopsWaitingForASilentStore() throws Exception {
        DetachedProcess server = startServer();
        String url = "mongodb://127.0.0.1:" + mongodb.port() + "/notifications";
        Map<String, Object> patient = Map.of("socialhub.mongodb.answer-timeout", "1h");
        try (RunningNotifications service = new RunningNotifications(url, patient)) {
            Dependency dependency = mongodbOf(service);
            assertThat(dependency.answers()).isTrue();
            signal(server, "-STOP");
            try {
                for (Thread.Builder threads : List.of(Thread.ofVirtual(), Thread.ofPlatform())) {
                    FutureTask<Head> asked =
                            new FutureTask<>(() -> service.bean(HeadStore.class).find(ada));
                    Thread reader = threads.start(asked);
                    await().atMost(SOON).until(() -> reader.getState() == Thread.State.WAITING);
                    reader.interrupt();
                    assertThatThrownBy(asked::get)
                            .cause()
                            .isInstanceOf(MongoInterruptedException.class);
                }
                assertThatThrownBy(dependency::answers)
                        .isInstanceOfAny(TimeoutException.class, ExecutionException.class);
            } finally {
                signal(server, "-CONT");
            }
            await().atMost(SOON).ignoreExceptions().until(dependency::answers);
        }
    }

    private static Dependency mongodbOf(RunningNotifications service) {
        return service.beans(Dependency.class).stream()
                .filter(one -> one.name().equals("mongodb"))
                .findFirst()
                .orElseThrow();
    }

    private static void signal(DetachedProcess server, String signal)
            throws IOException, InterruptedException {
        String pid = Long.toString(server.pid());
        assertThat(new ProcessBuilder("kill", signal, pid).inheritIO().start().waitFor()).isZero();
    }

    private DetachedProcess startServer() {
        mongodb.prepare();
        DetachedProcess server =
                DetachedProcess.start(mongodb.launch(), folder.resolve("mongodb.pid"));
        process = server;
        await().atMost(SOON).pollInterval(Duration.ofMillis(50)).until(mongodb::answers);
        return server;
    }

    private long count(RunningNotifications service) {
        HttpResponse<String> answer = service.sendAs(ada, "GET", LIST + "/unread-count");
        return answer.statusCode() == 200 ? Json.of(answer.body()).get("count").getLongValue() : 0;
    }

    private List<Json> all(RunningNotifications service) {
        List<Json> all = new ArrayList<>();
        @Nullable String path = LIST + "?limit=100";
        while (path != null) {
            Json page = service.ask(ada, "GET", path);
            all.addAll(page.get("items").values());
            Json next = page.get("nextCursor");
            path = next.isNull() ? null : LIST + "?limit=100&cursor=" + next.getStringValue();
        }
        return all;
    }

    private static void assertUnavailable(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(503);
        assertThat(response.headers().firstValue("Retry-After")).isPresent();
        assertThat(response.headers().firstValue("Content-Type"))
                .hasValue("application/problem+json");
        assertThat(response.body()).doesNotContain("mongo").doesNotContain("xception");
    }
}
