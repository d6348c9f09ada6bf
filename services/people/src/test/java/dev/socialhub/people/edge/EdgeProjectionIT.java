package dev.socialhub.people.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socialhub.contracts.user.EdgeEvent;
import dev.socialhub.contracts.user.EdgeKind;
import dev.socialhub.contracts.user.EdgeSnapshot;
import dev.socialhub.contracts.user.UserDeleted;
import dev.socialhub.people.testing.CheckedReplicas;
import dev.socialhub.people.testing.CheckedReplicas.Totals;
import dev.socialhub.people.testing.ReplicasExtension;
import dev.socialhub.shared.testing.Answer;
import dev.socialhub.shared.testing.FakeAuth.Person;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The replica of the follow graph that the users service owns, compared and repaired while both
 * sides go on changing.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(ReplicasExtension.class)
class EdgeProjectionIT {

    private static final Logger LOG = LoggerFactory.getLogger(EdgeProjectionIT.class);

    private final CheckedReplicas replicas;

    EdgeProjectionIT(CheckedReplicas replicas) {
        this.replicas = replicas;
    }

    @Test
    void namesWhatIsWrongAndMendsIt() {
        List<EdgeSnapshot> edges = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            replicas.bus.send(replicas.users.follow(UUID.randomUUID(), UUID.randomUUID()));
        }
        edges.addAll(replicas.users.edges.values());
        await().until(() -> replicas.count("edge") == 10);
        assertThat(replicas.verify("edges")).isEqualTo(new Totals(10, 0, 0, 0, 0));

        falsify(edges.get(0), "set version = 9");
        falsify(edges.get(1), "set active = false");
        falsify(edges.get(2), "set version = 0");
        replicas.service.database.query("delete from edge" + where(edges.get(3)));
        String surplus = insert(EdgeKind.BLOCK);

        Answer report = replicas.ops("edges/verify");
        assertThat(Totals.of(report)).isEqualTo(new Totals(11, 1, 1, 2, 1));
        assertThat(report.json().get("next").isNull()).isTrue();
        assertThat(report.text())
                .doesNotContain("mended")
                .contains(edges.get(0).key() + " wrong: 9 > 1")
                .contains(edges.get(1).key() + " wrong: 1 has different content")
                .contains(edges.get(2).key() + " behind: 0 < 1")
                .contains(edges.get(3).key() + " missing: 1")
                .contains(surplus + " surplus: 4");

        Answer rebuilt = replicas.ops("edges/rebuild");
        assertThat(Totals.of(rebuilt)).isEqualTo(new Totals(11, 1, 1, 2, 1));
        assertThat(rebuilt.at("mended")).isEqualTo("5");
        assertThat(replicas.verify("edges")).isEqualTo(new Totals(10, 0, 0, 0, 0));
        assertThat(replicas.ops("edges/rebuild").at("mended")).isEqualTo("0");
    }

    @Test
    void doesNotReportDeletedUsersAsMissing() {
        UUID gone = UUID.randomUUID();
        UUID other = UUID.randomUUID();
        replicas.bus.send(new UserDeleted(gone, Instant.now(), 2));
        await().until(() -> replicas.count("deleted_user") == 1);
        replicas.users.follow(gone, other);
        replicas.users.follow(other, gone);

        assertThat(replicas.verify("edges")).isEqualTo(new Totals(2, 0, 0, 0, 0));
        assertThat(replicas.ops("edges/rebuild").at("mended")).isEqualTo("0");
        assertThat(replicas.count("edge")).isZero();
    }

    @Test
    void reportsNothingFalseAndRebuildsWhileEdgesChange() throws Exception {
        List<UUID> people = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            people.add(UUID.randomUUID());
        }
        AtomicBoolean done = new AtomicBoolean();
        // Closed in the reverse order: the threads are told to end before they are awaited.
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                AutoCloseable _ = () -> done.set(true)) {
            // One thread for each user, since the events of one user arrive in order.
            List<Future<Integer>> toggling = new ArrayList<>();
            for (UUID from : people) {
                toggling.add(threads.submit(toggling(people, from, done)));
            }
            await().atMost(Duration.ofSeconds(30)).until(() -> replicas.count("edge") == 30);
            for (int i = 0; i < 5; i++) {
                assertThat(replicas.verify("edges")).isEqualTo(new Totals(30, 0, 0, 0, 0));
            }
            for (int i = 0; i < 5; i++) {
                replicas.service.database.query(
                        "update edge set version = 1000000 where (from_id, to_id) in ("
                                + "select from_id, to_id from edge order by from_id, to_id"
                                + " limit 10)");
                replicas.service.database.query(
                        "delete from edge where (from_id, to_id) in ("
                                + "select from_id, to_id from edge"
                                + " order by from_id desc, to_id desc limit 10)");
                String surplus = insert(EdgeKind.BLOCK);
                Answer rebuilt = replicas.ops("edges/rebuild");
                assertThat(rebuilt.at("surplus")).isEqualTo("1");
                assertThat(rebuilt.at("wrong")).isEqualTo("10");
                assertThat(replicas.count("edge where to_id = '" + surplus.substring(43) + "'"))
                        .isZero();
                assertThat(replicas.verify("edges")).isEqualTo(new Totals(30, 0, 0, 0, 0));
            }
            done.set(true);
            for (Future<Integer> one : toggling) {
                assertThat(one.get()).isPositive();
            }
        }
        await().untilAsserted(() ->
                assertThat(replicas.ops("edges/rebuild").at("mended")).isEqualTo("0"));
        assertThat(replicas.verify("edges")).isEqualTo(new Totals(30, 0, 0, 0, 0));
    }

    @Test
    void rebuildsALargeGraphPageByPage() {
        Instant at = Instant.now().truncatedTo(ChronoUnit.MICROS);
        int rows = 50_000;
        for (int i = 0; i < rows; i++) {
            EdgeSnapshot edge =
                    new EdgeSnapshot(
                            i % 10 == 0 ? EdgeKind.BLOCK : EdgeKind.FOLLOW,
                            UUID.randomUUID(),
                            UUID.randomUUID(),
                            i % 7 != 0,
                            1 + i % 3,
                            at);
            replicas.users.edges.put(edge.key(), edge);
        }
        long begun = System.nanoTime();
        assertThat(replicas.walk("edges/rebuild", 5_000))
                .isEqualTo(new Totals(rows, rows, 0, 0, 0));
        long rebuilt = System.nanoTime();
        assertThat(replicas.walk("edges/verify", 5_000)).isEqualTo(new Totals(rows, 0, 0, 0, 0));
        long verified = System.nanoTime();
        LOG.info(
                "{} edges rebuilt at {}/s, verified at {}/s",
                rows,
                rows * 1_000_000_000L / (rebuilt - begun),
                rows * 1_000_000_000L / (verified - rebuilt));

        replicas.service.database.query(
                "insert into edge select 'block', gen_random_uuid(), gen_random_uuid(), true, 1,"
                        + " now() from generate_series(1, 3000)");
        assertThat(replicas.walk("edges/rebuild", 500))
                .isEqualTo(new Totals(rows + 3_000, 0, 0, 0, 3_000));
        assertThat(replicas.count("edge")).isEqualTo(rows);
    }

    @Test
    void saysWhenUsersDoesNotAnswer() {
        replicas.assertAway("edges/verify");
        replicas.assertAway("edges/rebuild");
    }

    @Test
    void refusesInvalidRequestsAndUnknownCallers() {
        assertThat(replicas.ops("nothing/verify").status()).isEqualTo(404);
        for (String query :
                List.of(
                        "limit=0",
                        "limit=5001",
                        "limit=many",
                        "after=x",
                        "after=follow%3Ax%3Ay",
                        "after=%00",
                        "after=" + UUID.randomUUID())) {
            assertThat(replicas.ops("edges/verify?" + query).status()).as(query).isEqualTo(422);
        }
        assertThat(replicas.ops("authors/rebuild?after=somebody").status()).isEqualTo(422);
        Person person = replicas.service.auth.signUp("curious", "Curious");
        assertThat(replicas.send(null, "edges/rebuild").status()).isEqualTo(401);
        assertThat(replicas.send(person.token(), "edges/rebuild").status()).isEqualTo(403);
        Answer list =
                replicas.service.send(
                        null,
                        replicas.service
                                .request("/internal/ops/projections")
                                .header("Authorization", "Bearer " + replicas.serviceToken()));
        assertThat(list.text()).isEqualTo("{\"projections\":[\"authors\",\"edges\"]}");
    }

    /** Sends no faster than the replica applies the events, which can be slow on a busy machine. */
    private Callable<Integer> toggling(List<UUID> people, UUID from, AtomicBoolean done) {
        return () -> {
            int count = 0;
            while (!done.get()) {
                EdgeEvent last = null;
                for (UUID to : people) {
                    if (!to.equals(from)) {
                        last = replicas.users.follow(from, to);
                        replicas.bus.send(last);
                        count++;
                    }
                }
                awaitHeard(Objects.requireNonNull(last), done);
            }
            return count;
        };
    }

    private void awaitHeard(EdgeEvent event, AtomicBoolean done) {
        String held =
                "edge where from_id = '%s' and to_id = '%s' and version >= %d"
                        .formatted(event.fromId(), event.toId(), event.version());
        await().atMost(Duration.ofMinutes(1)).until(() -> done.get() || replicas.count(held) == 1);
    }

    /** Adds an edge that the users service doesn't have; returns its key. */
    private String insert(EdgeKind kind) {
        EdgeSnapshot edge =
                new EdgeSnapshot(
                        kind, UUID.randomUUID(), UUID.randomUUID(), true, 4, Instant.now());
        replicas.service.database.query(
                "insert into edge values ('%s', '%s', '%s', true, 4, now())"
                        .formatted(kind.wireName(), edge.fromId(), edge.toId()));
        return edge.key();
    }

    private void falsify(EdgeSnapshot edge, String change) {
        replicas.service.database.query("update edge " + change + where(edge));
    }

    private static String where(EdgeSnapshot edge) {
        return " where from_id = '" + edge.fromId() + "' and to_id = '" + edge.toId() + "'";
    }
}
