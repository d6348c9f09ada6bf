package dev.socialhub.posts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socialhub.contracts.event.Topic;
import dev.socialhub.shared.testing.Bus;
import dev.socialhub.shared.testing.ConsumerGroup;
import dev.socialhub.shared.testing.FakeAuth;
import dev.socialhub.shared.testing.FakeAuth.Person;
import dev.socialhub.shared.testing.RunningService;
import dev.socialhub.shared.testing.TestDatabase;
import dev.socialhub.testkit.TestJvm;
import dev.socialhub.testkit.TestServers;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged service, killed with -9 while it is busy. */
class CrashIT {

    private static final int REQUESTS = 300;
    private static final Pattern ID = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"");

    private final HttpClient http = HttpClient.newHttpClient();
    private final TestDatabase database = TestDatabase.fresh("posts");

    @Test
    void publishesOnceUnderAKeyThatOutlivedACrash(@TempDir Path folder) throws Exception {
        ConsumerGroup.beginAtTheEnd(database.name());
        try (FakeAuth auth = new FakeAuth()) {
            Person john = auth.signUp("john", "John Doe");
            String url = "http://127.0.0.1:" + TestJvm.freePort();
            Map<Integer, String> answered = new ConcurrentHashMap<>();
            Process first = start(folder, auth, url);
            killWhileBusy(first, url, john, answered);

            Process second = start(folder, auth, url);
            try {
                Set<String> ids = ConcurrentHashMap.newKeySet();
                for (int i = 0; i < REQUESTS; i++) {
                    HttpResponse<String> answer = publish(url, john, i);
                    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
                    String id = id(answer);
                    assertThat(id).isEqualTo(answered.getOrDefault(i, id));
                    ids.add(id);
                }
                assertThat(ids).hasSize(REQUESTS);
                assertThat(countPosts(url, john)).isEqualTo(REQUESTS);
                try (Bus bus = new Bus()) {
                    String id = answered.values().iterator().next();
                    await().untilAsserted(() -> assertThat(bus.about(Topic.POST, id)).isNotEmpty());
                }
            } finally {
                second.destroy();
                assertThat(second.waitFor(Duration.ofSeconds(15))).isTrue();
            }
        }
    }

    private void killWhileBusy(
            Process service, String url, Person john, Map<Integer, String> answered) {
        AtomicInteger done = new AtomicInteger();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < REQUESTS; i++) {
                int number = i;
                threads.execute(() -> {
                    try {
                        HttpResponse<String> answer = publish(url, john, number);
                        if (answer.statusCode() == 201) {
                            answered.put(number, id(answer));
                        }
                        if (done.incrementAndGet() == REQUESTS / 3) {
                            service.destroyForcibly();
                        }
                    } catch (IOException e) {
                        done.incrementAndGet();
                    }
                });
            }
        }
        assertThat(answered).hasSizeBetween(1, REQUESTS - 1);
    }

    private Process start(Path folder, FakeAuth auth, String url) throws IOException {
        Path jar = Path.of(System.getProperty("socialhub.dist"), "posts.jar");
        ProcessBuilder builder =
                new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-jar",
                        jar.toString());
        builder.environment()
                .putAll(
                        Map.of(
                                "PORT", Integer.toString(URI.create(url).getPort()),
                                "DATABASE_URL", database.url(),
                                "DATABASE_USER", database.user(),
                                "DATABASE_PASSWORD", database.password(),
                                "KAFKA_BROKERS", TestServers.shared().kafkaBrokers(),
                                "AUTH_URL", auth.url(),
                                "LOG_FILE", folder.resolve("posts.jsonl").toString(),
                                "SERVICE_TOKEN_KEY", RunningService.KEY,
                                "MEDIA_URL_KEY", RunningService.KEY,
                                "CONSUMER_GROUP", database.name()));
        Process process =
                builder.redirectErrorStream(true)
                        .redirectOutput(folder.resolve("out.log").toFile())
                        .start();
        await().atMost(Duration.ofSeconds(60)).until(() -> isReady(process, url));
        return process;
    }

    private boolean isReady(Process process, String url) throws InterruptedException {
        assertThat(process.isAlive()).isTrue();
        try {
            return http.send(
                                    HttpRequest.newBuilder(URI.create(url + "/health/readiness"))
                                            .build(),
                                    HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private HttpResponse<String> publish(String url, Person john, int number) throws IOException {
        return send(
                request(url + "/api/v1/posts", john)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", "key-" + number)
                        .POST(
                                HttpRequest.BodyPublishers.ofString(
                                        "{\"content\":\"post %d\"}".formatted(number)))
                        .build());
    }

    private int countPosts(String url, Person john) throws IOException {
        int count = 0;
        String page = "/api/v1/users/john/posts?limit=100";
        while (page != null) {
            HttpResponse<String> answer = send(request(url + page, john).build());
            count += answer.body().split("\"content\":", -1).length - 1;
            page =
                    answer.headers()
                            .firstValue("Link")
                            .map(link -> link.substring(1, link.indexOf('>')))
                            .orElse(null);
        }
        return count;
    }

    private static HttpRequest.Builder request(String url, Person john) {
        return HttpRequest.newBuilder(URI.create(url))
                .timeout(Duration.ofSeconds(20))
                .header("Authorization", "Bearer " + john.token());
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String id(HttpResponse<String> answer) {
        Matcher matcher = ID.matcher(answer.body());
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }
}
