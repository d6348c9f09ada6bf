package dev.socialhub.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socialhub.contracts.event.Topic;
import dev.socialhub.contracts.user.UserProfileUpdated;
import dev.socialhub.shared.testing.Answer;
import dev.socialhub.shared.testing.Bus;
import dev.socialhub.shared.testing.FakeAuth.Person;
import dev.socialhub.shared.testing.RunningService;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/**
 * Requests to the users service that take as many database connections as they may, and release
 * none.
 */
class UserLoadIT {

    private static final String ME = "/api/v1/users/me";
    private static final int REQUESTS = 30;
    private static final int POOL_SIZE = 10;
    private static final int RESERVED = 2;

    @Test
    void leavesConnectionsToConsumersAndTheOutbox() throws Exception {
        try (UsersServer server =
                        UsersServer.start(
                                Map.of(
                                        "socialhub.admission.queue-time", "100ms",
                                        "datasources.default.maximum-pool-size", POOL_SIZE,
                                        "socialhub.admission.reserved-connections", RESERVED));
                Bus bus = new Bus();
                ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            RunningService users = server.service;
            Person early = users.auth.stranger("early", "Early Bird");
            Person busy = server.member();
            users.auth.away = true;
            assertThat(users.patch(early, ME, "{\"headline\":\"first\"}").status()).isEqualTo(200);
            List<Future<Answer>> edits = new ArrayList<>();
            try (Connection lock = lockProfile(users, busy)) {
                for (int i = 0; i < REQUESTS; i++) {
                    String edit = "{\"bio\":\"" + i + "\"}";
                    edits.add(callers.submit(() -> users.patch(busy, ME, edit)));
                }
                await().until(() -> gauge(users, "requests.working") == POOL_SIZE - RESERVED);

                // The consumer writes, and the relay sends the events that it wrote.
                bus.send(EventsIT.registered(early));
                await().untilAsserted(() ->
                        assertThat(bus.about(Topic.USER, early.id().toString()))
                                .contains(
                                        new UserProfileUpdated(
                                                early.id(), "early", "Early Bird", 3)));
                assertThat(users.get(null, "/health/readiness").status()).isEqualTo(200);
                await().until(() -> gauge(users, "requests.queued") == 0);
                assertThat(gauge(users, "requests.working")).isEqualTo(POOL_SIZE - RESERVED);
                lock.rollback();
            }
            List<Integer> statuses = new ArrayList<>();
            for (Future<Answer> edit : edits) {
                statuses.add(edit.get().status());
            }
            assertThat(statuses).containsOnly(200, 503);
            assertThat(statuses).filteredOn(status -> status == 200).hasSize(POOL_SIZE - RESERVED);
            assertThat(users.patch(busy, ME, "{\"bio\":\"after\"}").status()).isEqualTo(200);
        }
    }

    private static Connection lockProfile(RunningService users, Person person) throws Exception {
        Connection connection =
                DriverManager.getConnection(
                        users.database.url(), users.database.user(), users.database.password());
        connection.setAutoCommit(false);
        try (PreparedStatement lock =
                connection.prepareStatement("select 1 from profile where user_id = ? for update")) {
            lock.setObject(1, person.id());
            assertThat(lock.executeQuery().next()).isTrue();
        }
        return connection;
    }

    private static double gauge(RunningService users, String name) {
        return users.bean(MeterRegistry.class).get(name).tag("kind", "short").gauge().value();
    }
}
