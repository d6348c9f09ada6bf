package dev.socialhub.cli.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.socialhub.cli.bus.AllGroups.GroupDetails;
import dev.socialhub.cli.bus.Bus.Partition;
import dev.socialhub.cli.bus.FakeBus;
import dev.socialhub.cli.bus.StoredRecord;
import dev.socialhub.cli.events.Trace.Waiting;
import dev.socialhub.contracts.event.ConsumerGroup;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How far an event has got, derived from all sources. */
class TraceEventTest {
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String SENDING = "00-" + TRACE + "-b7ad6b7169203331-01";

    private static final EventId ID = EventId.parse(Samples.ID).orElseThrow();
    private static final Partition LIVE = new Partition("USER_TOPIC", 3);

    private final FakeBus bus = new FakeBus();
    private final List<StoredRecord> records = new ArrayList<>();
    private final Map<ConsumerGroup, Instant> claims = new EnumMap<>(ConsumerGroup.class);
    private final List<String> unasked = new ArrayList<>();

    @Test
    void showsTheProgressOfEachGroupThatReadsItsTopic() {
        bus.hold(LIVE, 0, 100);
        records.add(Samples.event("USER_TOPIC", 3, 17, "traceparent", SENDING));
        records.add(
                Samples.event("USER_TOPIC.users-cache.dlt", 3, 0, "dlt-reason", "broken\u001b"));
        committed("users", 18);
        committed("users-cache", 18);
        committed("posts", 10);
        claims.put(ConsumerGroup.USERS, Samples.MADE);

        Trace trace = trace(List.of());

        assertThat(trace.type()).isEqualTo("post.created");
        assertThat(trace.traceId()).isEqualTo(TRACE);
        assertThat(trace.recordTraceId()).isEqualTo(TRACE);
        assertThat(trace.groups())
                .extracting(GroupTrace::group, GroupTrace::state, GroupTrace::ahead)
                .containsExactly(
                        tuple("users", GroupTrace.State.handled, 0L),
                        tuple("users-cache", GroupTrace.State.deadLetter, 0L),
                        tuple("posts", GroupTrace.State.waiting, 7L),
                        tuple("notifications", GroupTrace.State.waiting, 17L),
                        tuple("chat", GroupTrace.State.waiting, 17L));
        assertThat(TraceLines.of(trace))
                .contains(
                        "outbox   waits in no outbox\n",
                        "bus      USER_TOPIC-3@17, written ",
                        ", trace " + TRACE + "\n",
                        "effect written " + Samples.MADE,
                        "USER_TOPIC.users-cache.dlt-3@0, broken\uFFFD",
                        "7 before it")
                .doesNotContain("\u001b");
    }

    @Test
    void aRetriedDeadLetterIsHandled() {
        records.add(Samples.event("USER_TOPIC", 3, 17));
        records.add(Samples.event("USER_TOPIC.posts.dlt", 3, 0));
        records.add(Samples.event("USER_TOPIC.replay", 3, 5, "retry-group", "posts"));
        records.add(
                Samples.event(
                        "USER_TOPIC.replay", 3, 6, "replay-id", "r1", "replay-groups", "users"));
        claims.put(ConsumerGroup.POSTS, Samples.MADE);

        Trace trace = trace(List.of());

        assertThat(trace.groups())
                .filteredOn(one -> one.group().equals("posts"))
                .extracting(GroupTrace::state)
                .containsExactly(GroupTrace.State.handled);
        assertThat(TraceLines.of(trace))
                .contains(
                        "retried  USER_TOPIC.replay-3@5, written ",
                        ", for posts\n",
                        "replayed USER_TOPIC.replay-3@6, written ",
                        ", for users\n",
                        ", before that a dead letter at USER_TOPIC.posts.dlt-3@0");
    }

    @Test
    void anEventThatExistsOnlyAsADeadLetterIsFound() {
        records.add(Samples.event("USER_TOPIC.posts.dlt", 3, 0));

        Trace trace = trace(List.of());

        assertThat(trace.found()).isTrue();
        assertThat(trace.place()).isNull();
        assertThat(trace.groups())
                .extracting(GroupTrace::group, GroupTrace::state)
                .containsExactly(tuple("posts", GroupTrace.State.deadLetter));
    }

    @Test
    void anEventThatWaitsIsFoundWithoutTheBus() {
        Waiting waiting = new Waiting("posts", "POST_TOPIC", 4, "2026-01-02T03:04:05Z", TRACE, 12);
        unasked.add("users doesn't answer");

        Trace trace = tracing().withoutBus(ID, List.of(waiting));

        assertThat(trace.found()).isTrue();
        assertThat(trace.unasked()).containsExactly("users doesn't answer");
        assertThat(trace.traceId()).isEqualTo(TRACE);
        assertThat(trace.recordTraceId()).isNull();
        assertThat(TraceLines.of(trace))
                .contains(
                        "waits in posts for POST_TOPIC since 2026-01-02T03:04:05Z, shard 4, 12 before it, trace "
                                + TRACE);
        assertThat(trace(List.of()).found()).isFalse();
    }

    private void committed(String group, long offset) {
        bus.put(new GroupDetails(group, "Stable", List.of(), Map.of(LIVE, offset)));
    }

    private Trace trace(List<Waiting> outbox) {
        return tracing().trace(ID, outbox);
    }

    private TraceEvent tracing() {
        return new TraceEvent(
                bus,
                new Records() {
                    @Override
                    public Optional<StoredRecord> first(EventId id, Collection<String> topics) {
                        return all(id, topics).stream().findFirst();
                    }

                    @Override
                    public List<StoredRecord> all(EventId id, Collection<String> topics) {
                        return records.stream()
                                .filter(id::isOf)
                                .filter(one -> topics.contains(one.partition().topic()))
                                .toList();
                    }
                },
                new ServiceAnswers() {
                    @Override
                    public List<Waiting> waiting(EventId id) {
                        return List.of();
                    }

                    @Override
                    public Optional<Instant> claimedAt(ConsumerGroup group, EventId id) {
                        return Optional.ofNullable(claims.get(group));
                    }

                    @Override
                    public List<String> unasked() {
                        return unasked;
                    }
                });
    }
}
