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
import dev.socialhub.shared.testing.ServiceProcess;
import dev.socialhub.shared.testing.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
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

    private static final int FOLLOWERS = 300;

    private final TestDatabase database = TestDatabase.fresh("users");

    @Test
    void keepsEveryFollowThatItAnsweredAndCountsItOnce(@TempDir Path folder) throws Exception {
        ConsumerGroup.beginAtTheEnd(database.name());
        try (FakeAuth auth = new FakeAuth();
                Bus bus = new Bus()) {
            String run = UUID.randomUUID().toString().substring(0, 8);
            Person followee = auth.signUp("idol_" + run, "Idol");
            List<Person> accounts =
                    IntStream.range(0, FOLLOWERS)
                            .mapToObj(i -> auth.signUp("fan_" + run + "_" + i, "Fan"))
                            .toList();
            Set<String> answered = ConcurrentHashMap.newKeySet();
            try (ServiceProcess first = start(folder, auth)) {
                followUntilKilled(first, accounts, followee, answered);
            }
            assertThat(answered).hasSizeBetween(FOLLOWERS / 3, FOLLOWERS - 1);

            try (ServiceProcess second = start(folder, auth);
                    HttpCalls calls = new HttpCalls(second.url)) {
                Set<String> followers = followers(calls, followee);
                assertThat(followers).containsAll(answered);
                assertThat(count(calls, followee)).isEqualTo(followers.size());
                accounts.forEach(
                        follower -> assertThat(follow(calls, follower, followee)).isEqualTo(200));
                assertThat(count(calls, followee)).isEqualTo(FOLLOWERS);
                await().atMost(Duration.ofSeconds(20))
                        .untilAsserted(() ->
                                assertThat(publishedFollowers(bus, followee))
                                        .hasSize(FOLLOWERS)
                                        .containsAll(answered));
            }
        }
    }

    private ServiceProcess start(Path folder, FakeAuth auth) throws IOException {
        return ServiceProcess.start(
                "users", folder, auth, database, Map.of("JDK_JAVA_OPTIONS", "-Xmx192m"));
    }

    private static void followUntilKilled(
            ServiceProcess service, List<Person> accounts, Person followee, Set<String> answered) {
        try (HttpCalls calls = new HttpCalls(service.url);
                ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (Person follower : accounts) {
                threads.execute(() -> {
                    try {
                        if (follow(calls, follower, followee) == 200) {
                            answered.add(follower.id().toString());
                        }
                        if (answered.size() >= FOLLOWERS / 3) {
                            service.process.destroyForcibly();
                        }
                    } catch (UncheckedIOException e) {
                        // The process is dead.
                    }
                });
            }
        }
    }

    private static int follow(HttpCalls calls, Person follower, Person followee) {
        return calls.send(
                        follower.token(),
                        calls.request("/api/v1/users/" + followee.id() + "/follow")
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

    private static Set<String> publishedFollowers(Bus bus, Person followee) {
        return bus.events(Topic.USER.topicName()).stream()
                .map(event -> event.data())
                .filter(FollowCreated.class::isInstance)
                .map(FollowCreated.class::cast)
                .filter(follow -> follow.followeeId().equals(followee.id()))
                .map(follow -> follow.followerId().toString())
                .collect(Collectors.toSet());
    }
}
