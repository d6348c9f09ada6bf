package dev.socialhub.cli.replay;

import dev.socialhub.cli.audit.Audit;
import dev.socialhub.cli.audit.Audit.Deed;
import dev.socialhub.cli.bus.Bus;
import dev.socialhub.cli.bus.Bus.FoundTopic;
import dev.socialhub.cli.bus.Bus.Partition;
import dev.socialhub.cli.bus.KafkaBus;
import dev.socialhub.cli.bus.RecordReader;
import dev.socialhub.cli.bus.RecordReader.Range;
import dev.socialhub.cli.bus.RecordWriter;
import dev.socialhub.cli.connection.Target;
import dev.socialhub.cli.copy.CopyRecords;
import dev.socialhub.cli.copy.GroupProgress;
import dev.socialhub.cli.copy.RateLimit;
import dev.socialhub.cli.ops.Operator;
import dev.socialhub.cli.terminal.Interruption;
import dev.socialhub.cli.terminal.OperatorError;
import dev.socialhub.cli.terminal.ProgressDisplay;
import dev.socialhub.contracts.event.Topic;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** A platform's bus while events are read from it and replayed. */
final class ReplayBus implements AutoCloseable {
    private final Target target;
    private final Bus bus;
    private final RecordReader reader;
    private final ReplayFolder folder;

    ReplayBus(Target target) {
        this.target = target;
        this.bus = KafkaBus.of(target);
        this.reader = RecordReader.of(target);
        this.folder = new ReplayFolder(target.toolState());
    }

    /**
     * The result.
     *
     * @param handled whether all groups have handled all of it
     * @param newLetters dead letters of these groups that were added meanwhile
     */
    record Ending(SavedReplay replay, boolean handled, long newLetters) {}

    ReplayPlan plan(ReplayRequest request) {
        return planning()
                .plan(
                        request,
                        destination ->
                                ReplayConsumers.of(
                                        destination.topic(),
                                        request.groups(),
                                        target,
                                        Operator.of(target)));
    }

    SavedReplay saved(String id) {
        return folder.read(id);
    }

    /**
     * Writes what isn't written yet.
     *
     * @param waiting whether to wait until the groups have handled it
     */
    Ending run(
            SavedReplay replay,
            boolean waiting,
            Interruption interruption,
            ProgressDisplay progress) {
        ReplayPlan plan = replay.plan();
        Deed deed = new Deed("events replay", replay.id(), replay.reason(), plan);
        try (ReplayFolder.Hold _ = folder.hold(replay.id());
                RecordWriter writer = RecordWriter.of(target)) {
            Audit audit = Audit.of(target);
            audit.begun(deed);
            String outcome = "failed";
            try {
                GroupProgress handling = GroupProgress.of(bus, plan.groups(), progress);
                Set<UUID> existingIds = existingIds(plan);
                int partitions = prepare(plan);
                long deadLettersBefore = deadLetters(plan);
                SavedReplay now =
                        new RunReplay(
                                        replay,
                                        new CopyRecords(
                                                reader::read,
                                                writer::write,
                                                RateLimit.of(replay.rate()),
                                                handling),
                                        folder,
                                        progress)
                                .run(existingIds, partitions, interruption::absent);
                outcome = (now.finished() ? "all written: " : "stopped: ") + now.written();
                boolean handled = false;
                if (now.finished() && waiting) {
                    handling.wrote(ends(plan.into()));
                    handled = handling.awaitAll(interruption::absent);
                }
                return new Ending(now, handled, deadLetters(plan) - deadLettersBefore);
            } catch (OperatorError failure) {
                outcome += ": " + failure.getMessage();
                throw failure;
            } finally {
                audit.ended(deed, outcome);
            }
        }
    }

    @Override
    public void close() {
        reader.close();
        bus.close();
    }

    private PlanReplay planning() {
        return new PlanReplay(
                bus,
                new PlanReplay.Ranges() {
                    @Override
                    public Map<Partition, Range> of(Collection<String> topics) {
                        return reader.ranges(topics);
                    }

                    @Override
                    public Map<Partition, Range> since(Map<Partition, Range> ranges, Instant time) {
                        return reader.since(ranges, time);
                    }
                },
                reader::read);
    }

    /** Determined again when a replay is resumed, since some of the events are already written. */
    private Set<UUID> existingIds(ReplayPlan plan) {
        boolean exists = !bus.topics(List.of(plan.into())).isEmpty();
        return plan.shadow() && !plan.repeat() && exists ? planning().idsIn(plan.into()) : Set.of();
    }

    /** Creates the other topic if it doesn't exist, and returns how many partitions it has. */
    private int prepare(ReplayPlan plan) {
        Map<String, FoundTopic> found = bus.topics(List.of(plan.topic(), plan.into()));
        FoundTopic into = found.get(plan.into());
        if (into != null) {
            return into.partitions();
        }
        int partitions = Objects.requireNonNull(found.get(plan.topic())).partitions();
        bus.create(ReplayDestination.shadow(plan.into(), partitions));
        return partitions;
    }

    private Map<Partition, Long> ends(String topic) {
        Map<Partition, Long> ends = new TreeMap<>();
        reader.ranges(List.of(topic))
                .forEach((partition, range) -> ends.put(partition, range.to()));
        return ends;
    }

    private long deadLetters(ReplayPlan plan) {
        Topic topic = Topic.named(plan.topic()).orElseThrow();
        return bus
                .records(plan.groups().stream().map(topic::deadLetterName).toList())
                .values()
                .stream()
                .mapToLong(Long::longValue)
                .sum();
    }
}
