package dev.socialhub.posts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socialhub.contracts.user.EdgeEvent;
import dev.socialhub.contracts.user.EdgeKind;
import dev.socialhub.contracts.user.EdgeSnapshot;
import dev.socialhub.contracts.user.ProfileSnapshot;
import dev.socialhub.contracts.user.UserDeleted;
import dev.socialhub.shared.identity.ServiceTokens;
import dev.socialhub.shared.testing.Answer;
import dev.socialhub.shared.testing.Bus;
import dev.socialhub.shared.testing.FakeAuth.Person;
import dev.socialhub.shared.testing.RunningService;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The copies of what users owns, held against it and put right, while both go on changing. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProjectionsIT {

    private static final Logger LOG = LoggerFactory.getLogger(ProjectionsIT.class);

    private FakeUsers users;
    private RunningService posts;
    private Bus bus;

    @BeforeAll
    void start() throws IOException {
        users = new FakeUsers();
        posts =
                RunningService.start(
                        "posts",
                        Map.of(
                                "posts.users-urls",
                                users.url(),
                                "socialhub.ops.enabled",
                                true,
                                "socialhub.ops.projection-patience",
                                "2s"));
        bus = new Bus();
    }

    @BeforeEach
    void nothing() {
        users.away = false;
        users.edges.clear();
        users.profiles.clear();
        posts.database.query("truncate edge, author, deleted_user");
    }

    @AfterAll
    void stop() {
        bus.close();
        posts.close();
        users.close();
    }

    @Test
    void namesWhatIsWrongWithEdgesAndMendsIt() {
        List<EdgeSnapshot> edges = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            bus.send(users.follow(UUID.randomUUID(), UUID.randomUUID()));
        }
        edges.addAll(users.edges.values());
        await().until(() -> count("edge") == 10);
        assertThat(verify("edges")).isEqualTo(new Totals(10, 0, 0, 0, 0));

        falsify(edges.get(0), "set version = 9");
        falsify(edges.get(1), "set active = false");
        falsify(edges.get(2), "set version = 0");
        posts.database.query("delete from edge" + where(edges.get(3)));
        String surplus = insert(EdgeKind.BLOCK);

        Answer report = ops("edges/verify");
        assertThat(Totals.of(report)).isEqualTo(new Totals(11, 1, 1, 2, 1));
        assertThat(report.json().get("next").isNull()).isTrue();
        assertThat(report.text())
                .doesNotContain("mended")
                .contains(edges.get(0).key() + " wrong: 9 > 1")
                .contains(edges.get(1).key() + " wrong: 1 says something else")
                .contains(edges.get(2).key() + " behind: 0 < 1")
                .contains(edges.get(3).key() + " missing: 1")
                .contains(surplus + " surplus: 4");

        Answer rebuilt = ops("edges/rebuild");
        assertThat(Totals.of(rebuilt)).isEqualTo(new Totals(11, 1, 1, 2, 1));
        assertThat(rebuilt.at("mended")).isEqualTo("5");
        assertThat(verify("edges")).isEqualTo(new Totals(10, 0, 0, 0, 0));
        assertThat(ops("edges/rebuild").at("mended")).isEqualTo("0");
    }

    @Test
    void namesWhatIsWrongWithAuthorsAndMendsIt() {
        Person known = posts.auth.signUp("known", "Known");
        UUID[] ids = new UUID[7];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = UUID.randomUUID();
            profile(ids[i], i == 6 ? 1 : 2);
            author(ids[i], "person" + i, "Person", 1, i == 6 ? 0 : 2);
        }
        author(known.id(), "known", "Known", 1, 0);
        assertThat(verify("authors")).isEqualTo(new Totals(8, 0, 0, 0, 0));

        author("set name = 'Somebody else'", ids[0]);
        author("set username = 'somebody'", ids[1]);
        author("set profile_version = 7", ids[2]);
        author("set profile_version = 0, name = 'At sign-up'", ids[3]);
        author("set account_version = 0", ids[4]);
        posts.database.query("delete from author where user_id = '" + ids[5] + "'");
        UUID surplus = UUID.randomUUID();
        author(surplus, "nobody", "Nobody", 1, 0);

        Answer report = ops("authors/verify");
        assertThat(Totals.of(report)).isEqualTo(new Totals(9, 1, 2, 3, 1));
        assertThat(report.text())
                .contains(ids[2] + " wrong: account 1, profile 7 > account 1, profile 2")
                .contains(ids[3] + " behind: account 1, profile 1 < account 1, profile 2");
        assertThat(ops("authors/rebuild").at("mended")).isEqualTo("7");
        assertThat(verify("authors")).isEqualTo(new Totals(8, 0, 0, 0, 0));
        assertThat(count("author where username = 'somebody' or name <> 'Person'")).isEqualTo(1);
    }

    @Test
    void missesNobodyWhoIsGone() {
        UUID gone = UUID.randomUUID();
        UUID other = UUID.randomUUID();
        bus.send(new UserDeleted(gone, Instant.now(), 2));
        await().until(() -> count("deleted_user") == 1);
        users.follow(gone, other);
        users.follow(other, gone);
        profile(gone, 1);

        assertThat(verify("edges")).isEqualTo(new Totals(2, 0, 0, 0, 0));
        assertThat(verify("authors")).isEqualTo(new Totals(1, 0, 0, 0, 0));
        assertThat(ops("edges/rebuild").at("mended")).isEqualTo("0");
        assertThat(count("edge") + count("author")).isZero();
    }

    @Test
    void reportsNothingFalseAndRebuildsWhileEdgesChange() throws Exception {
        List<UUID> people = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            people.add(UUID.randomUUID());
        }
        AtomicBoolean done = new AtomicBoolean();
        // Closed in the reverse order: the threads are waited for when they have been told to end.
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                AutoCloseable _ = () -> done.set(true)) {
            // One for each person, as the events of one person come in their order.
            List<Future<Integer>> toggling = new ArrayList<>();
            for (UUID from : people) {
                toggling.add(threads.submit(toggling(people, from, done)));
            }
            await().atMost(Duration.ofSeconds(30)).until(() -> count("edge") == 30);
            for (int i = 0; i < 5; i++) {
                assertThat(verify("edges")).isEqualTo(new Totals(30, 0, 0, 0, 0));
            }
            for (int i = 0; i < 5; i++) {
                posts.database.query(
                        "update edge set version = 1000000 where (from_id, to_id) in ("
                                + "select from_id, to_id from edge order by from_id, to_id"
                                + " limit 10)");
                posts.database.query(
                        "delete from edge where (from_id, to_id) in ("
                                + "select from_id, to_id from edge"
                                + " order by from_id desc, to_id desc limit 10)");
                String surplus = insert(EdgeKind.BLOCK);
                Answer rebuilt = ops("edges/rebuild");
                assertThat(rebuilt.at("surplus")).isEqualTo("1");
                assertThat(rebuilt.at("wrong")).isEqualTo("10");
                assertThat(count("edge where to_id = '" + surplus.substring(43) + "'")).isZero();
                assertThat(verify("edges")).isEqualTo(new Totals(30, 0, 0, 0, 0));
            }
            done.set(true);
            for (Future<Integer> one : toggling) {
                assertThat(one.get()).isPositive();
            }
        }
        await().untilAsserted(() -> assertThat(ops("edges/rebuild").at("mended")).isEqualTo("0"));
        assertThat(verify("edges")).isEqualTo(new Totals(30, 0, 0, 0, 0));
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
            users.edges.put(edge.key(), edge);
        }
        long begun = System.nanoTime();
        assertThat(walk("edges/rebuild", 5_000)).isEqualTo(new Totals(rows, rows, 0, 0, 0));
        long rebuilt = System.nanoTime();
        assertThat(walk("edges/verify", 5_000)).isEqualTo(new Totals(rows, 0, 0, 0, 0));
        long verified = System.nanoTime();
        LOG.info(
                "{} edges rebuilt at {}/s, verified at {}/s",
                rows,
                rows * 1_000_000_000L / (rebuilt - begun),
                rows * 1_000_000_000L / (verified - rebuilt));

        posts.database.query(
                "insert into edge select 'block', gen_random_uuid(), gen_random_uuid(), true, 1,"
                        + " now() from generate_series(1, 3000)");
        assertThat(walk("edges/rebuild", 500)).isEqualTo(new Totals(rows + 3_000, 0, 0, 0, 3_000));
        assertThat(count("edge")).isEqualTo(rows);
    }

    @Test
    void saysWhenUsersDoesNotAnswer() {
        users.away = true;
        for (String path : List.of("edges/verify", "edges/rebuild", "authors/verify")) {
            Answer answer = ops(path);
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.header("Retry-After")).isEqualTo("2");
            assertThat(answer.at("detail")).startsWith("users can't be asked");
        }
    }

    @Test
    void refusesWhatItCanNotDoAndWhomItDoesNotKnow() {
        assertThat(ops("nothing/verify").status()).isEqualTo(404);
        for (String query :
                List.of(
                        "limit=0",
                        "limit=5001",
                        "limit=many",
                        "after=x",
                        "after=follow%3Ax%3Ay",
                        "after=%00",
                        "after=" + UUID.randomUUID())) {
            assertThat(ops("edges/verify?" + query).status()).as(query).isEqualTo(422);
        }
        assertThat(ops("authors/rebuild?after=somebody").status()).isEqualTo(422);
        Person person = posts.auth.signUp("curious", "Curious");
        assertThat(send(null, "edges/rebuild").status()).isEqualTo(401);
        assertThat(send(person.token(), "edges/rebuild").status()).isEqualTo(403);
        Answer list =
                posts.send(
                        null,
                        posts.request("/internal/ops/projections")
                                .header("Authorization", "Bearer " + serviceToken()));
        assertThat(list.text()).isEqualTo("{\"projections\":[\"authors\",\"edges\"]}");
    }

    /** No faster than the copy hears of it, which a busy machine may be slow to do. */
    private Callable<Integer> toggling(List<UUID> people, UUID from, AtomicBoolean done) {
        return () -> {
            int count = 0;
            while (!done.get()) {
                EdgeEvent last = null;
                for (UUID to : people) {
                    if (!to.equals(from)) {
                        last = users.follow(from, to);
                        bus.send(last);
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
        await().atMost(Duration.ofMinutes(1)).until(() -> done.get() || count(held) == 1);
    }

    private Totals verify(String projection) {
        return Totals.of(ops(projection + "/verify"));
    }

    /** Page after page to the end; the sums. */
    private Totals walk(String path, int limit) {
        Totals sum = new Totals(0, 0, 0, 0, 0);
        String after = "";
        while (after != null) {
            Answer page = ops(path + "?limit=" + limit + after);
            sum = sum.plus(Totals.of(page));
            after =
                    page.json().get("next").isNull()
                            ? null
                            : "&after="
                                    + URLEncoder.encode(page.at("next"), StandardCharsets.UTF_8);
        }
        return sum;
    }

    private Answer ops(String path) {
        return send(serviceToken(), path);
    }

    private String serviceToken() {
        return posts.bean(ServiceTokens.class).issue();
    }

    private Answer send(@Nullable String token, String path) {
        var request =
                posts.request("/internal/ops/projections/" + path).POST(BodyPublishers.noBody());
        return posts.send(
                null, token == null ? request : request.header("Authorization", "Bearer " + token));
    }

    private void profile(UUID id, long version) {
        ProfileSnapshot profile =
                new ProfileSnapshot(id, "person" + users.profiles.size(), "Person", 1, version);
        users.profiles.put(profile.key(), profile);
    }

    private void author(UUID id, String username, String name, long account, long profile) {
        posts.database.query(
                "insert into author values ('%s', '%s', '%s', %d, %d)"
                        .formatted(id, username, name, account, profile));
    }

    private void author(String change, UUID id) {
        posts.database.query("update author " + change + " where user_id = '" + id + "'");
    }

    /** Adds an edge that users knows nothing of; returns its key. */
    private String insert(EdgeKind kind) {
        EdgeSnapshot edge =
                new EdgeSnapshot(
                        kind, UUID.randomUUID(), UUID.randomUUID(), true, 4, Instant.now());
        posts.database.query(
                "insert into edge values ('%s', '%s', '%s', true, 4, now())"
                        .formatted(kind.wireName(), edge.fromId(), edge.toId()));
        return edge.key();
    }

    private void falsify(EdgeSnapshot edge, String change) {
        posts.database.query("update edge " + change + where(edge));
    }

    private static String where(EdgeSnapshot edge) {
        return " where from_id = '" + edge.fromId() + "' and to_id = '" + edge.toId() + "'";
    }

    private long count(String rows) {
        return Long.parseLong(posts.database.query("select count(*) from " + rows).getFirst());
    }

    /** The figures of a report. */
    private record Totals(int checked, int missing, int behind, int wrong, int surplus) {

        static Totals of(Answer report) {
            assertThat(report.status()).as(report.text()).isEqualTo(200);
            return new Totals(
                    Integer.parseInt(report.at("checked")),
                    Integer.parseInt(report.at("missing")),
                    Integer.parseInt(report.at("behind")),
                    Integer.parseInt(report.at("wrong")),
                    Integer.parseInt(report.at("surplus")));
        }

        Totals plus(Totals other) {
            return new Totals(
                    checked + other.checked,
                    missing + other.missing,
                    behind + other.behind,
                    wrong + other.wrong,
                    surplus + other.surplus);
        }
    }
}
