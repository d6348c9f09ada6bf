package dev.socialhub.users.count;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socialhub.ops.counter.table.CountRepository;
import dev.socialhub.shared.testing.Answer;
import dev.socialhub.shared.testing.Concurrently;
import dev.socialhub.shared.testing.FakeAuth.Person;
import dev.socialhub.users.UsersServer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Counts that were falsified by hand are reported, and corrected while changes go on. */
class RecountIT {

    /** In the order of users, as the fold locks them. */
    private static final String FALSIFY =
            "with known as materialized"
                    + " (select user_id from follow_count order by user_id for update)"
                    + " update follow_count c set followers = c.followers + 100, following = 0"
                    + " from known where c.user_id = known.user_id";

    private static final String LOSE =
            "with known as materialized (select user_id from follow_count"
                    + " where followers % 3 = 0 order by user_id for update)"
                    + " delete from follow_count c using known where c.user_id = known.user_id";

    private static final String COUNTERS = "/internal/ops/counters";
    private static final String NEVER = "1h";

    private UsersServer users = start(NEVER);

    private static UsersServer start(String foldInterval) {
        return UsersServer.start(
                Map.of(
                        "socialhub.ops.enabled",
                        true,
                        "socialhub.counts.fold-interval",
                        foldInterval));
    }

    @AfterEach
    void stop() {
        users.close();
    }

    @Test
    void namesEveryKindOfFalseCountAndMendsIt() {
        List<Person> members = IntStream.range(0, 4).mapToObj(_ -> users.member()).toList();
        users.follow(members.get(0), members.get(1));
        users.follow(members.get(2), members.get(1));
        users.follow(members.get(1), members.get(3));
        UUID nobody = UUID.randomUUID();
        assertThat(users.internal(COUNTERS).text()).isEqualTo("{\"counters\":[\"follows\"]}");
        assertThat(verify("").at("wrong")).isEqualTo("0");
        assertThat(verify("").at("checked")).isEqualTo("4");
        fold(3);
        assertThat(verify("").at("wrong")).isEqualTo("0");

        // Too high, missing entirely, and for a user that doesn't exist.
        users.execute(
                "update follow_count set followers = followers + 7 where user_id = '%s'"
                        .formatted(members.get(1).id()),
                "delete from follow_count where user_id = '%s'".formatted(members.get(0).id()),
                "delete from follow_delta where user_id = '%s'".formatted(members.get(3).id()),
                "insert into follow_count values ('%s', 0, 3)".formatted(nobody));
        assertThat(users.counts(members.get(1))).containsExactly(9, 1);

        List<String> expected =
                List.of(
                        members.get(1).id() + " followers 9, should be 2",
                        members.get(0).id() + " following 0, should be 1",
                        members.get(3).id() + " followers 0, should be 1",
                        nobody + " following 3, should be 0");
        assertThat(examples(verify(""))).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(verify("").text()).doesNotContain("mended");

        Answer recount = users.internal("POST", COUNTERS + "/follows/recount");
        assertThat(examples(recount)).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(recount.at("mended")).isEqualTo("4");

        assertThat(verify("").at("wrong")).isEqualTo("0");
        members.forEach(one -> assertThat(users.counts(one)).isEqualTo(users.trueCounts(one)));
        assertThat(users.ask("select count(*) from follow_count where user_id = ?", nobody))
                .isEqualTo("0");
        fold(100);
        assertThat(verify("").at("wrong")).isEqualTo("0");
    }

    @Test
    void readsAllUsersPageByPage() {
        Person followee = users.member();
        IntStream.range(0, 10).forEach(_ -> users.follow(users.member(), followee));
        users.execute("update follow_delta set following = 5 where following = 1");

        List<String> found = new ArrayList<>();
        int checked = 0;
        String next = "";
        do {
            Answer page = verify("?limit=3&examples=6" + next);
            found.addAll(examples(page));
            checked += Integer.parseInt(page.at("checked"));
            next = page.json().get("next").isNull() ? null : "&after=" + page.at("next");
        } while (next != null);

        assertThat(checked).isEqualTo(11);
        assertThat(found).hasSize(10).allMatch(one -> one.endsWith(" following 5, should be 1"));
        assertThat(examples(verify("?examples=2"))).hasSize(2);
    }

    @Test
    void foldsWithoutChangingAChecksum() {
        Person followee = users.member();
        users.follow(users.member(), followee);
        Person toggling = users.member();
        String before = part("follow_count");
        users.follow(toggling, followee);
        users.unfollow(toggling, followee);
        assertThat(part("follow_count")).isEqualTo(before).contains("\"rows\":2");

        String edges = part("edge");
        fold(100);
        assertThat(users.ask("select count(*) from follow_count")).isEqualTo("3");
        assertThat(part("follow_count")).isEqualTo(before);
        assertThat(part("edge")).isEqualTo(edges);
        assertThat(users.internal("/internal/ops/checksum").text()).doesNotContain("follow_delta");
        users.follow(toggling, followee);
        assertThat(part("follow_count")).isNotEqualTo(before);
    }

    /** The part of the checksums that belongs to one table. */
    private String part(String name) {
        String text = users.internal("/internal/ops/checksum").text();
        int at = text.indexOf("{\"name\":\"%s\"".formatted(name));
        return text.substring(at, text.indexOf('}', at));
    }

    @Test
    void refusesOddQuestions() {
        for (String query : List.of("?after=x", "?limit=0", "?limit=5001", "?examples=10001")) {
            assertThat(verify(query).status()).as(query).isEqualTo(422);
        }
        assertThat(users.internal("POST", COUNTERS + "/likes/verify").status()).isEqualTo(404);
        assertThat(users.get(users.member(), COUNTERS).status()).isEqualTo(403);
    }

    @Test
    void countsWhatAFolderHoldsInItsHandsOnce() throws Exception {
        Person followee = users.member();
        Person follower = users.member();
        users.follow(follower, followee);
        try (Connection folder = users.connect();
                ExecutorService background = Executors.newSingleThreadExecutor()) {
            folder.setAutoCommit(false);
            try (PreparedStatement fold =
                    folder.prepareStatement(FollowsCounterFactory.TABLE.fold())) {
                fold.setInt(1, 1_000);
                fold.executeQuery();
            }
            users.execute(
                    "insert into follow_delta (user_id, followers, following) values ('%s', 9, 0)"
                            .formatted(followee.id()));
            Future<Answer> recount =
                    background.submit(() -> users.internal("POST", COUNTERS + "/follows/recount"));
            await().until(() ->
                    !users.ask("select count(*) from pg_locks where not granted").equals("0"));
            folder.commit();
            assertThat(recount.get().at("mended")).isEqualTo("1");
        }
        assertThat(users.counts(followee)).containsExactly(1, 0);
        fold(100);
        assertThat(users.counts(followee)).containsExactly(1, 0);
        assertThat(users.counts(follower)).containsExactly(0, 1);
    }

    @Test
    void mendsWhileManyFollowAndTheirDeltasAreFolded() throws Exception {
        users.close();
        users = start("5ms");
        List<Person> members = IntStream.range(0, 12).mapToObj(_ -> users.member()).toList();
        AtomicBoolean more = new AtomicBoolean(true);
        try (ExecutorService background = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> busy = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                int first = i;
                busy.add(background.submit(() -> toggleUntilStopped(members, first, more)));
            }
            try {
                for (int round = 0; round < 20; round++) {
                    users.execute(FALSIFY, LOSE);
                    assertThat(users.internal("POST", COUNTERS + "/follows/recount").status())
                            .isEqualTo(200);
                    assertThat(examples(verify(""))).isEmpty();
                }
                Concurrently.run(4, _ -> users.internal("POST", COUNTERS + "/follows/recount"));
            } finally {
                // The executor's end waits for them.
                more.set(false);
            }
            for (Future<Integer> one : busy) {
                assertThat(one.get()).isPositive();
            }
        }
        assertThat(examples(verify(""))).isEmpty();
        members.forEach(one -> assertThat(users.counts(one)).isEqualTo(users.trueCounts(one)));
    }

    private int toggleUntilStopped(List<Person> members, int first, AtomicBoolean more) {
        int toggles = 0;
        for (; more.get(); toggles++) {
            Person caller = members.get((first + toggles) % members.size());
            Person target = members.get((first + 2 * toggles + 1) % members.size());
            if (!caller.equals(target)) {
                assertThat(users.toggle(caller, target).status()).isEqualTo(200);
            }
        }
        return toggles;
    }

    private Answer verify(String query) {
        return users.internal("POST", COUNTERS + "/follows/verify" + query);
    }

    private static List<String> examples(Answer answer) {
        List<String> examples = new ArrayList<>();
        answer.json().get("examples").values().forEach(one -> examples.add(one.getStringValue()));
        return examples;
    }

    private void fold(int limit) {
        users.service.bean(CountRepository.class).fold(FollowsCounterFactory.TABLE, limit);
    }
}
