package dev.socialhub.cli.groups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.socialhub.cli.bus.AllGroups.GroupDetails;
import dev.socialhub.cli.bus.AllGroups.Member;
import dev.socialhub.cli.bus.Bus.Partition;
import dev.socialhub.cli.bus.FakeBus;
import dev.socialhub.cli.terminal.OperatorError;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The positions of groups, and where they may be moved to. */
class GroupVerbsTest {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final Partition READ = new Partition("USER_TOPIC", 0);
    private static final Partition UNREAD = new Partition("USER_TOPIC", 1);

    private final FakeBus bus = new FakeBus();

    @BeforeEach
    void fill() {
        bus.hold(READ, 100, 200);
        bus.hold(UNREAD, 7, 10);
        bus.put(new GroupDetails("posts", "Empty", List.of(), Map.of(READ, 150L)));
    }

    @Test
    void listsDeclaredGroupsWithoutMembers() {
        bus.put(new GroupDetails("stray", "Empty", List.of(), Map.of(READ, 200L)));

        GroupList list = GroupList.of(GroupBacklog.of(bus, ConsumerGroups.all(bus)));

        assertThat(list.groups())
                .extracting(GroupList.Line::group, GroupList.Line::state, GroupList.Line::lag)
                .contains(
                        tuple("notifications", "Absent", 103L),
                        tuple("posts", "Empty", 53L),
                        tuple("stray", "Empty", 0L));
    }

    @Test
    void showsLagInRecordsAndInTheAgeOfTheFirstUnhandledOne() {
        LagReport report =
                LagReport.of(
                        GroupBacklog.of(bus, List.of(ConsumerGroups.named(bus, "posts"))),
                        standing ->
                                standing.partition().equals(READ)
                                        ? Optional.of(NOW.minusSeconds(90))
                                        : Optional.of(NOW.plusSeconds(5)),
                        NOW);

        LagReport.One posts = report.groups().getFirst();
        assertThat(posts.lag()).isEqualTo(53);
        assertThat(posts.behindSeconds()).isEqualTo(90);
        assertThat(posts.partitions())
                .contains(
                        new LagReport.Part("USER_TOPIC", 0, 150L, 200, 50, 90),
                        // Clocks that differ must not make an age negative.
                        new LagReport.Part("USER_TOPIC", 1, null, 10, 3, 0),
                        new LagReport.Part("USER_TOPIC", 2, null, 0, 0, 0));
        assertThat(report.totals()).contains("posts", "53", "1m 30s");
    }

    @ParameterizedTest
    @CsvSource({
        "earliest, 100, 50, 0",
        "latest, 200, 0, 50",
        "160, 160, 0, 10",
        "5, 100, 50, 0",
        "999, 200, 0, 50",
        "+10, 160, 0, 10",
        "-10, 140, 10, 0",
        "-100, 100, 50, 0",
        "1h, 120, 30, 0",
        "2026-01-01T00:00:00Z, 120, 30, 0"
    })
    void previewsTheOffsetOfAPosition(String position, long then, long again, long skipped) {
        bus.since(READ, 120);

        ResetPlan plan = plan(position, List.of(0));

        assertThat(plan.partitions())
                .containsExactly(new ResetPlan.Part(0, 150L, then, again, skipped));
        assertThat(plan.offsets()).containsExactlyEntriesOf(Map.of(READ, then));
    }

    @Test
    void countsFromTheFirstRecordWhereAGroupNeverCommitted() {
        assertThat(plan("latest", List.of(1)).partitions())
                .containsExactly(new ResetPlan.Part(1, null, 10, 0, 3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "+", "1.5", "earliest\u001b", "99999999999999999999"})
    void refusesAnInvalidPosition(String position) {
        assertThatThrownBy(() -> NewPosition.parse(position, CLOCK))
                .isInstanceOf(OperatorError.class)
                .hasMessageContaining("is not a position")
                .extracting(error -> ((OperatorError) error).exitCode())
                .isEqualTo(2);
    }

    @Test
    void namesMissingGroupsAndPartitions() {
        assertThatThrownBy(() -> ConsumerGroups.named(bus, "nobody"))
                .hasMessage("there is no consumer group named 'nobody'");
        assertThatThrownBy(() -> plan("latest", List.of(17)))
                .hasMessage("USER_TOPIC has no partition 17");
        assertThat(ConsumerGroups.named(bus, "users").state()).isEqualTo("Absent");
    }

    @Test
    void isRefusedWithAFixWhileTheGroupHasMembers() {
        Member member = new Member("consumer-1", "/10.0.0.7", Set.of(READ));
        GroupDetails declared =
                new GroupDetails("users-cache", "Stable", List.of(member), Map.of());
        GroupDetails stray = new GroupDetails("stray", "Stable", List.of(member), Map.of());

        assertThat(GroupsReset.refusal(ConsumerGroups.named(bus, "posts"), true)).isEmpty();
        assertThat(GroupsReset.refusal(declared, true))
                .hasValueSatisfying(error -> {
                    assertThat(error.exitCode()).isEqualTo(5);
                    assertThat(error.fix()).contains("socialhubctl stop users`");
                });
        assertThat(GroupsReset.refusal(declared, false).orElseThrow().fix())
                .isEqualTo("stop consumer-1 at /10.0.0.7");
        assertThat(GroupsReset.refusal(stray, true).orElseThrow().fix())
                .isEqualTo("stop consumer-1 at /10.0.0.7");
    }

    private ResetPlan plan(String position, List<Integer> partitions) {
        return GroupsReset.plan(
                bus,
                ConsumerGroups.named(bus, "posts"),
                "USER_TOPIC",
                partitions,
                NewPosition.parse(position, CLOCK));
    }
}
