package dev.socialhub.cli.replay;

import dev.socialhub.cli.bus.Bus;
import dev.socialhub.cli.bus.Bus.FoundTopic;
import dev.socialhub.cli.bus.Bus.Partition;
import dev.socialhub.cli.bus.RecordReader.Range;
import dev.socialhub.cli.copy.Source;
import dev.socialhub.cli.terminal.ExitCode;
import dev.socialhub.cli.terminal.OperatorError;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Determines what a replay would write, and writes nothing. */
final class PlanReplay {
    private final Bus bus;
    private final Ranges ranges;
    private final Source source;

    PlanReplay(Bus bus, Ranges ranges, Source source) {
        this.bus = bus;
        this.ranges = ranges;
        this.source = source;
    }

    /** Where partitions begin and end. */
    interface Ranges {
        Map<Partition, Range> of(Collection<String> topics);

        /** The same from a time on. */
        Map<Partition, Range> since(Map<Partition, Range> ranges, Instant time);
    }

    /**
     * @param readers the groups that read the topic
     * @throws OperatorError (not found) if a topic doesn't exist
     */
    ReplayPlan plan(
            ReplayRequest request, Function<ReplayDestination, List<ReplayConsumer>> readers) {
        ReplayDestination destination = ReplayDestination.of(request.topic(), request.into());
        Map<String, FoundTopic> found =
                bus.topics(List.of(destination.topic(), destination.into()));
        requireTopic(found, destination.topic());
        boolean intoExists = found.containsKey(destination.into());
        if (!destination.shadow()) {
            requireTopic(found, destination.into());
        }
        List<ReplayConsumer> consumers =
                destination.shadow() ? List.of() : readers.apply(destination);
        Set<UUID> existingIds =
                destination.shadow() && intoExists && !request.repeat()
                        ? idsIn(destination.into())
                        : Set.of();
        Map<Partition, Range> all = ranges.of(List.of(destination.topic()));
        Map<Partition, Range> wanted = between(all, request);
        RecordCount recordCount = new RecordCount(request.selection(), existingIds);
        source.read(wanted, recordCount::visit);
        return recordCount.plan(
                destination,
                request,
                consumers,
                PlanRemarks.of(request, destination, found, all, recordCount));
    }

    /** The events that a topic holds. */
    Set<UUID> idsIn(String topic) {
        Set<UUID> ids = new HashSet<>();
        source.read(
                ranges.of(List.of(topic)),
                record -> {
                    ReplayedEvents.in(record).map(ReplayedEvents::identity).ifPresent(ids::add);
                    return true;
                });
        return ids;
    }

    private Map<Partition, Range> between(Map<Partition, Range> all, ReplayRequest request) {
        Map<Partition, Long> from = offsets(all, request.from(), Range::from);
        Map<Partition, Long> to = offsets(all, request.to(), Range::to);
        Map<Partition, Range> between = new TreeMap<>();
        all.forEach((partition, range) ->
                between.put(
                        partition,
                        new Range(
                                Math.max(range.from(), from.getOrDefault(partition, range.from())),
                                Math.min(range.to(), to.getOrDefault(partition, range.to())))));
        return between;
    }

    private Map<Partition, Long> offsets(
            Map<Partition, Range> all, @Nullable ReplayBound bound, Function<Range, Long> unbound) {
        Map<Partition, Range> at =
                bound instanceof ReplayBound.AtTime time ? ranges.since(all, time.time()) : all;
        Map<Partition, Long> offsets = new TreeMap<>();
        at.forEach((partition, range) ->
                offsets.put(
                        partition,
                        switch (bound) {
                            case null -> unbound.apply(range);
                            case ReplayBound.AtOffset it -> it.offset();
                            case ReplayBound.AtTime _ -> range.from();
                        }));
        return offsets;
    }

    private static void requireTopic(Map<String, FoundTopic> found, String name) {
        if (!found.containsKey(name)) {
            throw new OperatorError(
                    ExitCode.NOT_FOUND,
                    "Kafka has no topic named " + name,
                    "socialhubctl topics apply --execute");
        }
    }
}
