package dev.socialhub.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socialhub.contracts.user.UserDeleted;
import dev.socialhub.contracts.user.UserProfileUpdated;
import dev.socialhub.shared.testing.Answer;
import dev.socialhub.shared.testing.Bus;
import dev.socialhub.shared.testing.Concurrently;
import dev.socialhub.shared.testing.FakeAuth.Person;
import dev.socialhub.testkit.TestServers;
import dev.socialhub.testkit.fault.TcpProxy;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Redis behind a proxy that can be cut off and made unresponsive. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CacheIT {

    private static final String USERS = UsersServer.USERS;

    private TcpProxy redis;
    private UsersServer users;

    @BeforeAll
    void start() {
        redis = TcpProxy.before(URI.create(TestServers.shared().redisUrl()).getPort());
        redis.cut();
        users = UsersServer.start(Map.of("redis.uri", "redis://127.0.0.1:" + redis.port()));
        // The service starts, and works, without Redis.
        assertThat(users.get(users.somebody(), USERS + "me").status()).isEqualTo(200);
        assertThat(users.service.get(null, "/health/readiness").status()).isEqualTo(200);
        redis.heal();
        awaitHits();
    }

    @AfterEach
    void redisIsBack() {
        redis.heal();
        awaitHits();
    }

    @AfterAll
    void stop() {
        users.close();
        redis.close();
    }

    @Test
    void showsOnesOwnWritesAtOnce() {
        Person ann = users.member();
        Person bob = users.member();
        for (int i = 0; i < 10; i++) {
            users.get(ann, USERS + bob.id());
            users.service.patch(bob, USERS + "me", "{\"headline\":\"h%d\"}".formatted(i));
            assertThat(users.get(ann, USERS + bob.id()).at("headline")).isEqualTo("h" + i);
            users.toggle(ann, bob);
            Answer seen = users.get(ann, USERS + bob.id());
            assertThat(seen.at("isFollowing")).isEqualTo(i % 2 == 0 ? "true" : "false");
            assertThat(seen.at("counts.followers")).isEqualTo(i % 2 == 0 ? "1" : "0");
            assertThat(users.get(bob, USERS + bob.id()).at("isFollowing")).isEqualTo("false");
        }
    }

    @Test
    void neverKeepsWhatConcurrentReadersSawBefore() throws Exception {
        Person ann = users.member();
        Person bob = users.member();
        for (int round = 0; round < 10; round++) {
            Concurrently.run(
                    16,
                    i -> i % 8 == 0 ? users.toggle(ann, bob) : users.get(ann, USERS + bob.id()));
            assertThat(users.counts(bob)).isEqualTo(users.trueCounts(bob));
            assertThat(users.counts(ann)).isEqualTo(users.trueCounts(ann));
        }
    }

    @Test
    void forgetsByEventWhatAnotherInstanceChanged() {
        Person ann = users.member();
        users.get(ann, USERS + "me");
        // Simulates an instance that died after this write and before it informed Redis.
        users.execute(
                "update profile set headline = 'x', version = 2 where user_id = '%s'"
                        .formatted(ann.id()));
        try (Bus bus = new Bus()) {
            bus.send(new UserProfileUpdated(ann.id(), ann.username(), ann.name(), 2));
        }

        await().untilAsserted(() ->
                assertThat(users.get(ann, USERS + "me").at("headline")).isEqualTo("x"));
    }

    @Test
    void needsNoLookIntoTheProfilesForANameThatWasShownLately() throws SQLException {
        Person ann = users.member();
        Person bob = users.member();
        users.get(ann, USERS + bob.username());
        try (Connection connection = users.connect();
                Statement lock = connection.createStatement()) {
            connection.setAutoCommit(false);
            // From now on every read of the table waits.
            lock.execute("lock table profile in access exclusive mode");
            assertThat(users.get(ann, USERS + bob.username()).at("id"))
                    .isEqualTo(bob.id().toString());
            connection.rollback();
        }
    }

    @Test
    void leadsFromANameToWhoBearsItNow() {
        Person ann = users.member();
        Person bob = users.member();
        String path = USERS + bob.username();
        assertThat(users.get(ann, path).at("id")).isEqualTo(bob.id().toString());
        users.service.auth.delete(bob);
        Person successor = users.service.auth.signUp(bob.username(), "Heir");
        try (Bus bus = new Bus()) {
            bus.send(new UserDeleted(bob.id(), Instant.now(), 2));
        }
        await().untilAsserted(() ->
                assertThat(users.get(ann, path).at("id")).isEqualTo(successor.id().toString()));

        String other = "x" + bob.username();
        users.execute(
                "update profile set username = '%s' where user_id = '%s'"
                        .formatted(other, successor.id()));
        try (Bus bus = new Bus()) {
            bus.send(new UserProfileUpdated(successor.id(), other, "Heir", 2));
        }
        await().untilAsserted(() ->
                assertThat(users.get(ann, USERS + other).at("username")).isEqualTo(other));
        users.service.auth.delete(successor);
        // The answer of auth is cached for a second.
        await().until(() -> users.get(ann, path).status() == 404);
    }

    @Test
    void worksWhileRedisIsDownAndForgetsWhatChangedMeanwhile() {
        Person ann = users.member();
        Person bob = users.member();
        users.counts(bob);
        redis.cut();

        assertThat(users.follow(ann, bob).status()).isEqualTo(200);
        assertThat(users.counts(bob)).containsExactly(1, 0);
        assertThat(users.service.get(null, "/health/readiness").status()).isEqualTo(200);

        redis.heal();
        awaitHits();
        await().untilAsserted(() -> assertThat(users.counts(bob)).containsExactly(1, 0));
    }

    @Test
    void waitsForASilentRedisOnlyBriefly() {
        Person ann = users.member();
        Person bob = users.member();
        double errors = gets("error");
        redis.blackHole();

        long start = System.nanoTime();
        for (int i = 0; i < 50; i++) {
            assertThat(users.toggle(ann, bob).status()).isEqualTo(200);
            assertThat(users.get(ann, USERS + bob.id()).at("counts.followers"))
                    .isEqualTo(i % 2 == 0 ? "1" : "0");
        }
        // Each of the 150 waits would take a tenth of a second.
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(12));
        assertThat(gets("error")).isGreaterThanOrEqualTo(errors + 40);
    }

    private void awaitHits() {
        Person reader = users.somebody();
        double before = gets("hit");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> {
                    users.get(reader, USERS + "me");
                    assertThat(gets("hit")).isGreaterThan(before);
                });
    }

    private double gets(String result) {
        String metrics = users.service.get(null, "/prometheus").text();
        Matcher line =
                Pattern.compile(
                                "cache_gets_total\\{cache=\"profiles\",result=\""
                                        + result
                                        + "\"} (\\S+)")
                        .matcher(metrics);
        assertThat(line.find()).as(metrics).isTrue();
        return Double.parseDouble(line.group(1));
    }
}
