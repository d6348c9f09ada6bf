package dev.socialhub.cli.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.socialhub.cli.bus.Bus;
import dev.socialhub.cli.bus.Bus.Partition;
import dev.socialhub.cli.bus.FakeBus;
import dev.socialhub.cli.bus.RecordReader.Range;
import dev.socialhub.cli.copy.FakeTopics;
import dev.socialhub.cli.replay.ReplayPlan.Part;
import dev.socialhub.cli.terminal.ExitCode;
import dev.socialhub.cli.terminal.OperatorError;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlanReplayTest {
    private static final String TOPIC = "USER_TOPIC";
    private static final Clock CLOCK = Clock.fixed(FakeTopics.START.plusSeconds(4), ZoneOffset.UTC);

    private final FakeTopics topics =
            new FakeTopics()
                    .topic(TOPIC, 2)
                    .event(TOPIC, 0, "ada", "user.registered", 1)
                    .event(TOPIC, 1, "bob", "user.registered", 2)
                    .event(TOPIC, 0, "ada", "follow.created", 3)
                    .put(TOPIC, 1, "bob", "poison", List.of())
                    .put(TOPIC, 1, null, null, List.of())
                    .event(TOPIC, 1, "bob", "follow.created", 4);
    private final FakeBus bus = new FakeBus();

    static PlanReplay planning(FakeTopics topics, Bus bus) {
        return new PlanReplay(
                bus,
                new PlanReplay.Ranges() {
                    @Override
                    public Map<Partition, Range> of(Collection<String> names) {
                        return topics.ranges(names);
                    }

                    @Override
                    public Map<Partition, Range> since(Map<Partition, Range> ranges, Instant time) {
                        return topics.since(ranges, time);
                    }
                },
                topics);
    }

    @Test
    void countsEventsByPartitionAndType() {
        ReplayPlan plan = plan(null, null, new Selection(List.of(), List.of()));
        assertThat(plan.into()).isEqualTo("USER_TOPIC.replay");
        assertThat(plan.events()).isEqualTo(4);
        assertThat(plan.unreadable()).isEqualTo(2);
        assertThat(plan.types())
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("user.registered", 2L, "follow.created", 2L));
        assertThat(plan.partitions()).containsExactly(new Part(0, 0, 1, 2), new Part(1, 0, 3, 2));
        assertThat(plan.oldest()).isEqualTo("2026-01-02T03:00:00Z");
        assertThat(plan.newest()).isEqualTo("2026-01-02T03:00:05Z");
        assertThat(plan.groups()).containsExactly("users");
        assertThat(plan.notes()).isEmpty();
    }

    @Test
    void readsOnlyWhatWasPlannedLater() {
        ReplayPlan plan = plan(null, null, new Selection(List.of("bob"), List.of()));
        topics.event(TOPIC, 1, "bob", "follow.created", 5);
        assertThat(plan.ranges())
                .containsExactly(Map.entry(new Partition(TOPIC, 1), new Range(0, 4)));
    }

    @Test
    void acceptsTimesAgesAndOffsets() {
        Selection all = new Selection(List.of(), List.of());
        assertThat(plan("2026-01-02T03:00:02Z", null, all).events()).isEqualTo(2);
        assertThat(plan(null, "2026-01-02T03:00:02Z", all).events()).isEqualTo(2);
        assertThat(plan("2s", null, all).events()).isEqualTo(2);
        assertThat(plan("1", null, all).partitions())
                .containsExactly(new Part(0, 1, 1, 1), new Part(1, 3, 3, 1));
        assertThat(plan("1", "1", all).events()).isZero();
        assertThat(plan("3", "1", all).events()).isZero();
        assertThat(plan("99999", null, all).events()).isZero();
    }

    @Test
    void saysWhichTypesThereAreWhenOneIsNotThere() {
        ReplayPlan plan = plan(null, null, new Selection(List.of(), List.of("post.created")));
        assertThat(plan.events()).isZero();
        assertThat(plan.notes())
                .containsExactly(
                        "The topic has no events of type post.created; it has events of type:"
                                + " follow.created, user.registered.");
    }

    @Test
    void knowsTheEventsOfTheOtherTopic() {
        String look = "USER_TOPIC.look";
        ReplayRequest request = shadow(look, false);
        ReplayPlan first = planning(topics, bus).plan(request, _ -> List.of());
        assertThat(first.notes())
                .containsExactly(
                        "USER_TOPIC.look doesn't exist yet: it is created with 6 partitions, like"
                                + " USER_TOPIC.");
        assertThat(first.events()).isEqualTo(4);
        assertThat(first.consumers()).isEmpty();

        bus.create(ReplayDestination.shadow(look, 2));
        topics.topic(look, 2).event(look, 1, "bob", "user.registered", 2);
        ReplayPlan second = planning(topics, bus).plan(request, _ -> List.of());
        assertThat(second.events()).isEqualTo(3);
        assertThat(second.there()).isEqualTo(1);
        ReplayPlan all = planning(topics, bus).plan(shadow(look, true), _ -> List.of());
        assertThat(all.events()).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "USER_TOPIC",
                "POST_TOPIC.replay",
                "USER_TOPIC.posts.dlt",
                "MINE.dlt",
                "MINE.replay",
                "__consumer_offsets"
            })
    void writesNothingOldWhereConsumersRead(String into) {
        assertRefused(TOPIC, into, ExitCode.REFUSED);
    }

    @Test
    void refusesNamesThatAreNone() {
        assertRefused(TOPIC, "a b", ExitCode.WRONG_USAGE);
        assertRefused(TOPIC, "", ExitCode.WRONG_USAGE);
        assertRefused("USER_TOPIC.replay", null, ExitCode.NOT_FOUND);
        assertRefused("nothing", null, ExitCode.NOT_FOUND);
    }

    @Test
    void saysWhenATopicIsNotThere() {
        bus.delete("USER_TOPIC.replay");
        assertThatThrownBy(() -> plan(null, null, new Selection(List.of(), List.of())))
                .isInstanceOfSatisfying(
                        OperatorError.class,
                        error -> assertThat(error.exitCode()).isEqualTo(ExitCode.NOT_FOUND))
                .hasMessageContaining("USER_TOPIC.replay");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "1x", "99999999999999999999"})
    void refusesBoundsThatAreNone(String text) {
        assertThatThrownBy(() -> ReplayBound.parse(text, CLOCK))
                .isInstanceOfSatisfying(
                        OperatorError.class,
                        error -> assertThat(error.exitCode()).isEqualTo(ExitCode.WRONG_USAGE));
    }

    @Test
    void consumersThatRefuseAreExcludedAndReported() {
        assertThat(ReplayConsumer.of("mail", "mail", "REFUSE", true).hit()).isFalse();
        assertThat(ReplayConsumer.of("mail", "mail", "REFUSE", false).effect())
                .isEqualTo("accepts no replay: left out");
        assertThat(ReplayConsumer.of("push", "chat", "SUPPRESS", true).effect())
                .contains("what reaches users is left out");
        assertThat(ReplayConsumer.of("posts", "posts", "PROJECT", false).hit()).isFalse();
    }

    private ReplayPlan plan(@Nullable String from, @Nullable String to, Selection selection) {
        return planning(topics, bus)
                .plan(
                        new ReplayRequest(
                                TOPIC,
                                from == null ? null : ReplayBound.parse(from, CLOCK),
                                to == null ? null : ReplayBound.parse(to, CLOCK),
                                selection,
                                List.of(),
                                null,
                                false),
                        _ ->
                                List.of(
                                        ReplayConsumer.of("users", "users", "PROJECT", true),
                                        ReplayConsumer.of("mail", "mail", "REFUSE", true)));
    }

    private static ReplayRequest shadow(String into, boolean repeat) {
        return new ReplayRequest(
                TOPIC, null, null, new Selection(List.of(), List.of()), List.of(), into, repeat);
    }

    private static void assertRefused(String topic, @Nullable String into, int exitCode) {
        assertThatThrownBy(() -> ReplayDestination.of(topic, into))
                .isInstanceOfSatisfying(
                        OperatorError.class,
                        error -> assertThat(error.exitCode()).isEqualTo(exitCode));
    }
}
