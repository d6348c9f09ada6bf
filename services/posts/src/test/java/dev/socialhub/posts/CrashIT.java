package dev.socialhub.posts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socialhub.contracts.event.Topic;
import dev.socialhub.shared.testing.Answer;
import dev.socialhub.shared.testing.Bus;
import dev.socialhub.shared.testing.ConsumerGroup;
import dev.socialhub.shared.testing.FakeAuth;
import dev.socialhub.shared.testing.FakeAuth.Person;
import dev.socialhub.shared.testing.HttpCalls;
import dev.socialhub.shared.testing.ServiceProcess;
import dev.socialhub.shared.testing.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged service, killed with -9 while it is busy. */
class CrashIT {

    private static final int REQUESTS = 300;

    private final TestDatabase database = TestDatabase.fresh("posts");

    @Test
    void publishesOnceUnderAKeyThatOutlivedACrash(@TempDir Path folder) throws Exception {
        ConsumerGroup.beginAtTheEnd(database.name());
        try (FakeAuth auth = new FakeAuth();
                Bus bus = new Bus()) {
            Person john = auth.signUp("john", "John Doe");
            Map<Integer, String> answered = new ConcurrentHashMap<>();
            try (ServiceProcess first = start(folder, auth);
                    HttpCalls calls = new HttpCalls(first.url)) {
                requestUntilKilled(
                        first,
                        number -> {
                            Answer answer = publish(calls, john, number);
                            if (answer.status() == 201) {
                                answered.put(number, answer.at("id"));
                            }
                        });
            }
            assertThat(answered).hasSizeBetween(1, REQUESTS - 1);

            try (ServiceProcess second = start(folder, auth);
                    HttpCalls calls = new HttpCalls(second.url)) {
                Set<String> ids = ConcurrentHashMap.newKeySet();
                for (int i = 0; i < REQUESTS; i++) {
                    Answer answer = publish(calls, john, i);
                    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
                    assertThat(answer.at("id"))
                            .isEqualTo(answered.getOrDefault(i, answer.at("id")));
                    ids.add(answer.at("id"));
                }
                assertThat(ids).hasSize(REQUESTS);
                assertThat(countPosts(calls, john)).isEqualTo(REQUESTS);
                String id = answered.values().iterator().next();
                await().untilAsserted(() -> assertThat(bus.about(Topic.POST, id)).isNotEmpty());
            }
        }
    }

    @Test
    void countsEachLikeOnceAfterACrashOfTheFolder(@TempDir Path folder) throws Exception {
        ConsumerGroup.beginAtTheEnd(database.name());
        try (FakeAuth auth = new FakeAuth()) {
            Person john = auth.signUp("john", "John Doe");
            List<Person> likers =
                    IntStream.range(0, REQUESTS)
                            .mapToObj(i -> auth.signUp("liker_" + i, "Liker"))
                            .toList();
            Set<String> answered = ConcurrentHashMap.newKeySet();
            String post;
            try (ServiceProcess first = start(folder, auth);
                    HttpCalls calls = new HttpCalls(first.url)) {
                post = publish(calls, john, 0).at("id");
                requestUntilKilled(
                        first,
                        number -> {
                            Person liker = likers.get(number);
                            if (like(calls, liker, post).status() == 200) {
                                answered.add(liker.id().toString());
                            }
                        });
            }
            assertThat(answered).hasSizeBetween(1, REQUESTS - 1);

            try (ServiceProcess second = start(folder, auth);
                    HttpCalls calls = new HttpCalls(second.url)) {
                Set<String> rows =
                        Set.copyOf(
                                database.query(
                                        "select user_id from post_like where active and post_id ="
                                                + " '"
                                                + post
                                                + "'"));
                assertThat(rows).containsAll(answered);
                assertThat(likes(calls, john, post)).isEqualTo(rows.size());
                for (Person liker : likers) {
                    assertThat(like(calls, liker, post).status()).isEqualTo(200);
                }
                assertThat(likes(calls, john, post)).isEqualTo(REQUESTS);
                await().atMost(Duration.ofSeconds(20))
                        .until(() -> database.query("select id from post_count_delta").isEmpty());
                assertThat(database.query("select likes from post_count"))
                        .containsExactly(Integer.toString(REQUESTS));
            }
        }
    }

    private ServiceProcess start(Path folder, FakeAuth auth) throws IOException {
        return ServiceProcess.start("posts", folder, auth, database, Map.of());
    }

    /** Makes requests from several threads, and kills the service after a third of them. */
    private static void requestUntilKilled(ServiceProcess service, IntConsumer request) {
        AtomicInteger done = new AtomicInteger();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < REQUESTS; i++) {
                int number = i;
                threads.execute(() -> {
                    try {
                        request.accept(number);
                        if (done.incrementAndGet() == REQUESTS / 3) {
                            service.process.destroyForcibly();
                        }
                    } catch (UncheckedIOException e) {
                        done.incrementAndGet();
                    }
                });
            }
        }
    }

    private static Answer publish(HttpCalls calls, Person john, int number) {
        return calls.send(
                john.token(),
                request(calls, "/api/v1/posts")
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", "key-" + number)
                        .POST(
                                BodyPublishers.ofString(
                                        "{\"content\":\"post %d\"}".formatted(number))));
    }

    private static Answer like(HttpCalls calls, Person liker, String post) {
        return calls.send(
                liker.token(),
                request(calls, "/api/v1/posts/" + post + "/like").PUT(BodyPublishers.noBody()));
    }

    private static int likes(HttpCalls calls, Person reader, String post) {
        return Integer.parseInt(
                calls.get(reader.token(), "/api/v1/posts/" + post).at("counts.likes"));
    }

    private static int countPosts(HttpCalls calls, Person john) {
        int count = 0;
        String page = "/api/v1/users/john/posts?limit=100";
        while (page != null) {
            Answer answer = calls.send(john.token(), request(calls, page).GET());
            count += answer.json().get("items").size();
            String link = answer.header("Link");
            page = link == null ? null : link.substring(1, link.indexOf('>'));
        }
        return count;
    }

    private static HttpRequest.Builder request(HttpCalls calls, String path) {
        return calls.request(path).timeout(Duration.ofSeconds(20));
    }
}
