package dev.socialhub.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socialhub.contracts.event.EventData;
import dev.socialhub.contracts.event.Topic;
import dev.socialhub.shared.testing.Answer;
import dev.socialhub.shared.testing.Bus;
import dev.socialhub.shared.testing.Concurrently;
import dev.socialhub.shared.testing.FakeAuth.Person;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Many concurrent changes, while the counts are folded as fast as possible. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConcurrentChangesIT {

    private static final int THREADS = 50;
    private static final int LIMIT = 20;

    private UsersServer users;

    @BeforeAll
    void start() {
        // Four hundred concurrent changes are more than a service admits.
        users =
                UsersServer.start(
                        Map.of(
                                "socialhub.counts.fold-interval",
                                "5ms",
                                "users.follow-limit",
                                LIMIT,
                                "socialhub.admission.enabled",
                                false));
    }

    @AfterAll
    void stop() {
        users.close();
    }

    @Test
    void countsEveryToggleOfTheSameEdge() throws Exception {
        Person ann = users.member();
        Person bob = users.member();
        List<Answer> answers = Concurrently.run(THREADS, _ -> users.toggle(ann, bob));

        assertThat(answers).extracting(Answer::status).containsOnly(200);
        assertThat(answers)
                .filteredOn(a -> a.at("relationship.following").equals("true"))
                .hasSize(THREADS / 2);
        assertThat(
                        users.ask(
                                "select string_agg(active || ' ' || version, ',') from edge"
                                        + " where from_id = ?",
                                ann.id()))
                .isEqualTo("false " + THREADS);
        assertExact(List.of(ann, bob));
        String edge = ann.id() + ":" + bob.id();
        try (Bus bus = new Bus()) {
            await().untilAsserted(() -> assertThat(bus.about(Topic.USER, edge)).hasSize(THREADS));
            assertThat(bus.about(Topic.USER, edge))
                    .extracting(EventData::version)
                    .containsExactlyElementsOf(LongStream.rangeClosed(1, THREADS).boxed().toList());
        }
    }

    @Test
    void neverLetsAFollowStandBesideABlock() throws Exception {
        List<Person> members = IntStream.range(0, 4).mapToObj(_ -> users.member()).toList();
        List<Answer> answers =
                Concurrently.run(
                        400,
                        i -> {
                            Person caller = members.get(i % 4);
                            Person target = members.get((i + 1 + (i / 4) % 3) % 4);
                            return switch (i % 7) {
                                case 0 -> users.block(caller, target);
                                case 1, 2 -> users.unblock(caller, target);
                                case 3 -> users.unfollow(caller, target);
                                default -> users.follow(caller, target);
                            };
                        });

        // A deadlock would be answered with 503.
        assertThat(answers).extracting(Answer::status).containsOnly(200, 404, 409);
        assertThat(
                        users.ask(
                                "select count(*) from edge f join edge b on b.kind = 'block'"
                                        + " and b.active and ((b.from_id, b.to_id) ="
                                        + " (f.from_id, f.to_id) or (b.to_id, b.from_id) ="
                                        + " (f.from_id, f.to_id))"
                                        + " where f.kind = 'follow' and f.active"))
                .isEqualTo("0");
        assertExact(members);
    }

    @Test
    void enforcesTheFollowLimitUnderConcurrency() throws Exception {
        Person ann = users.member();
        List<Person> others = IntStream.range(0, 40).mapToObj(_ -> users.member()).toList();
        List<Answer> answers =
                Concurrently.run(others.size(), i -> users.follow(ann, others.get(i)));

        assertThat(answers).filteredOn(a -> a.status() == 200).hasSize(LIMIT);
        assertThat(answers).filteredOn(a -> a.status() == 409).hasSize(others.size() - LIMIT);
        assertThat(users.counts(ann)).containsExactly(0, LIMIT);
        assertExact(others);
    }

    private void assertExact(List<Person> members) {
        for (Person person : members) {
            assertThat(users.counts(person)).isEqualTo(users.trueCounts(person));
        }
    }
}
