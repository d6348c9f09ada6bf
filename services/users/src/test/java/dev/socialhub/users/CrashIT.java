package dev.socialhub.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socialhub.contracts.event.Topic;
import dev.socialhub.contracts.user.FollowCreated;
import dev.socialhub.shared.testing.Bus;
import dev.socialhub.shared.testing.ConsumerGroup;
import dev.socialhub.shared.testing.FakeAuth;
import dev.socialhub.shared.testing.FakeAuth.Person;
import dev.socialhub.shared.testing.HttpCalls;
import dev.socialhub.shared.testing.TestDatabase;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged service, killed with -9 while many users follow and while it folds. */
class CrashIT {

    private static final int FANS = 300;

    private final TestDatabase database = TestDatabase.fresh("users");

    @Test
    void keepsEveryFollowThatItAnsweredAndCountsItOnce(@TempDir Path folder) throws Exception {
        ConsumerGroup.beginAtTheEnd(database.name());
        try (FakeAuth auth = new FakeAuth();
                Bus bus = new Bus()) {
            String run = UUID.randomUUID().toString().substring(0, 8);
            Person idol = auth.signUp("idol_" + run, "Idol");
            List<Person> fans =
                    IntStream.range(0, FANS)
                            .mapToObj(i -> auth.signUp("fan_" + run + "_" + i, "Fan"))
                            .toList();
            Set<String> answered = ConcurrentHashMap.newKeySet();
            try (ServiceProcess first = ServiceProcess.start(folder, auth, database)) {
                followUntilKilled(first, fans, idol, answered);
            }
            assertThat(answered).hasSizeBetween(FANS / 3, FANS - 1);

            try (ServiceProcess second = ServiceProcess.start(folder, auth, database);
                    HttpCalls calls = new HttpCalls(second.url)) {
                Set<String> followers = followers(calls, idol);
                assertThat(followers).containsAll(answered);
                assertThat(count(calls, idol)).isEqualTo(followers.size());
                fans.forEach(fan -> assertThat(follow(calls, fan, idol)).isEqualTo(200));
                assertThat(count(calls, idol)).isEqualTo(FANS);
                await().atMost(Duration.ofSeconds(20))
                        .untilAsserted(() ->
                                assertThat(toldFollowers(bus, idol))
                                        .hasSize(FANS)
                                        .containsAll(answered));
            }
        }
    }

    private static void followUntilKilled(
            ServiceProcess service, List<Person> fans, Person idol, Set<String> answered) {
        try (HttpCalls calls = new HttpCalls(service.url);
                ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (Person fan : fans) {
                threads.execute(() -> {
                    try {
                        if (follow(calls, fan, idol) == 200) {
                            answered.add(fan.id().toString());
                        }
                        if (answered.size() >= FANS / 3) {
                            service.process.destroyForcibly();
                        }
                    } catch (UncheckedIOException e) {
                        // The process is dead.
                    }
                });
            }
        }
    }

    private static int follow(HttpCalls calls, Person fan, Person idol) {
        return calls.send(
                        fan.token(),
                        calls.request("/api/v1/users/" + idol.id() + "/follow")
                                .timeout(Duration.ofSeconds(20))
                                .PUT(BodyPublishers.noBody()))
                .status();
    }

    private static int count(HttpCalls calls, Person person) {
        return Integer.parseInt(
                calls.get(person.token(), "/api/v1/users/me/counts").at("followers"));
    }

    private static Set<String> followers(HttpCalls calls, Person person) {
        Set<String> followers = ConcurrentHashMap.newKeySet();
        for (String page = "/api/v1/users/me/followers?limit=100"; page != null; ) {
            var answer = calls.get(person.token(), page);
            answer.json()
                    .get("items")
                    .values()
                    .forEach(item -> followers.add(item.get("id").getStringValue()));
            String link = answer.header("Link");
            page = link == null ? null : link.substring(1, link.indexOf('>'));
        }
        return followers;
    }

    private static Set<String> toldFollowers(Bus bus, Person idol) {
        return bus.events(Topic.USER.topicName()).stream()
                .map(event -> event.data())
                .filter(FollowCreated.class::isInstance)
                .map(FollowCreated.class::cast)
                .filter(follow -> follow.followeeId().equals(idol.id()))
                .map(follow -> follow.followerId().toString())
                .collect(Collectors.toSet());
    }
}
