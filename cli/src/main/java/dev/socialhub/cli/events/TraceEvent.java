package dev.socialhub.cli.events;

import dev.socialhub.cli.bus.AllGroups.GroupDetails;
import dev.socialhub.cli.bus.Bus;
import dev.socialhub.cli.bus.Bus.Partition;
import dev.socialhub.cli.bus.EventView;
import dev.socialhub.cli.bus.GroupPosition;
import dev.socialhub.cli.bus.RecordReader.Range;
import dev.socialhub.cli.bus.StoredRecord;
import dev.socialhub.contracts.event.ConsumerGroup;
import dev.socialhub.contracts.event.EventHeaders;
import dev.socialhub.contracts.event.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Follows an event from the outbox over the bus to every consumer group that should handle it. */
final class TraceEvent {
    private final Bus bus;
    private final Records records;
    private final ServiceAnswers services;

    TraceEvent(Bus bus, Records records, ServiceAnswers services) {
        this.bus = bus;
        this.records = records;
        this.services = services;
    }

    /**
     * Collects everything that is known of the event.
     *
     * @param outbox where it still waits, determined before this call: Kafka may be unavailable
     */
    Trace trace(EventId id, List<Trace.Waiting> outbox) {
        Optional<StoredRecord> live = records.first(id, names(List.of(Topic.values())));
        List<Topic> topics =
                live.flatMap(record -> Topic.named(record.partition().topic()))
                        .map(List::of)
                        .orElse(List.of(Topic.values()));
        List<Trace.Replay> replays =
                records.all(id, topics.stream().map(Topic::replayName).toList()).stream()
                        .map(TraceEvent::replay)
                        .toList();
        List<GroupTrace> groups = new ArrayList<>();
        List<StoredRecord> deadLetters = new ArrayList<>();
        for (ConsumerGroup group : ConsumerGroup.values()) {
            List<String> deadLetterTopics =
                    group.topics().stream()
                            .filter(topics::contains)
                            .map(topic -> topic.deadLetterName(group.groupName()))
                            .toList();
            Optional<StoredRecord> deadLetter = last(records.all(id, deadLetterTopics));
            deadLetter.ifPresent(deadLetters::add);
            // If the event is on no live topic, only groups with a dead letter of it are known to
            // have read it.
            boolean concerned = !deadLetterTopics.isEmpty() && live.isPresent();
            if (concerned || deadLetter.isPresent()) {
                groups.add(group(group, id, live, deadLetter));
            }
        }
        Optional<StoredRecord> any = live.or(() -> deadLetters.stream().findFirst());
        Optional<EventView> event = any.flatMap(EventView::of);
        return new Trace(
                Trace.VERSION,
                id.text(),
                event.map(EventView::type).orElse(null),
                any.map(StoredRecord::keyText).orElse(null),
                event.flatMap(one -> TraceId.of(one.traceparent()))
                        .or(() -> traceId(outbox))
                        .orElse(null),
                any.flatMap(one -> one.header(EventHeaders.TRACEPARENT))
                        .flatMap(TraceId::of)
                        .orElse(null),
                outbox,
                live.map(RecordPosition::of).orElse(null),
                groups,
                replays,
                services.unasked());
    }

    /** The result while Kafka doesn't answer. */
    Trace withoutBus(EventId id, List<Trace.Waiting> outbox) {
        return new Trace(
                Trace.VERSION,
                id.text(),
                null,
                null,
                traceId(outbox).orElse(null),
                null,
                outbox,
                null,
                List.of(),
                List.of(),
                services.unasked());
    }

    private GroupTrace group(
            ConsumerGroup group,
            EventId id,
            Optional<StoredRecord> live,
            Optional<StoredRecord> deadLetter) {
        return GroupTrace.of(
                group,
                live.map(StoredRecord::offset),
                live.map(record -> position(group, record.partition())),
                services.claimedAt(group, id),
                deadLetter);
    }

    private GroupPosition position(ConsumerGroup group, Partition partition) {
        Map<Partition, Range> ranges = bus.allTopics().ranges(List.of(partition.topic()));
        Long committed =
                bus.allGroups()
                        .find(group.groupName())
                        .map(GroupDetails::committed)
                        .orElse(Map.of())
                        .get(partition);
        return new GroupPosition(
                partition, committed, ranges.getOrDefault(partition, new Range(0, 0)));
    }

    private static Trace.Replay replay(StoredRecord record) {
        Optional<String> retried = record.header(EventHeaders.RETRY_GROUP);
        return new Trace.Replay(
                RecordPosition.of(record),
                record.header(EventHeaders.REPLAY_ID).orElse(null),
                retried.or(() -> record.header(EventHeaders.REPLAY_GROUPS)).orElse(""));
    }

    /** The result for an event that isn't on the bus yet. */
    private static Optional<String> traceId(List<Trace.Waiting> outbox) {
        return outbox.stream().flatMap(one -> Stream.ofNullable(one.traceId())).findFirst();
    }

    private static List<String> names(List<Topic> topics) {
        return topics.stream().map(Topic::topicName).toList();
    }

    private static Optional<StoredRecord> last(List<StoredRecord> all) {
        return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
    }
}
