package dev.socialhub.cli.topics;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.socialhub.cli.bus.AllGroups.GroupDetails;
import dev.socialhub.cli.bus.AllTopics.PartitionDetails;
import dev.socialhub.cli.bus.AllTopics.TopicDetails;
import dev.socialhub.cli.bus.Bus.Partition;
import dev.socialhub.cli.bus.GroupPosition;
import dev.socialhub.cli.bus.RecordReader.Range;
import dev.socialhub.cli.terminal.Amounts;
import dev.socialhub.cli.terminal.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The document of {@code topics describe}.
 *
 * @param settings that differ from the brokers' defaults, by Kafka's names
 */
@JsonPropertyOrder({"version", "topic", "declared", "records", "settings", "partitions", "groups"})
record TopicDescription(
        int version,
        String topic,
        boolean declared,
        long records,
        Map<String, String> settings,
        List<Part> partitions,
        List<Reader> groups) {
    private static final int VERSION = 1;

    TopicDescription {
        settings = new TreeMap<>(settings);
        partitions = List.copyOf(partitions);
        groups = List.copyOf(groups);
    }

    /**
     * One partition.
     *
     * @param leader number of its broker; null when no broker serves it
     * @param first offset of the oldest record
     * @param next offset that the next record will have
     */
    @JsonPropertyOrder({
        "partition",
        "leader",
        "first",
        "next",
        "records",
        "bytes",
        "oldest",
        "newest"
    })
    record Part(
            int partition,
            @Nullable Integer leader,
            long first,
            long next,
            long records,
            @Nullable Long bytes,
            @Nullable String oldest,
            @Nullable String newest) {
        static Part of(PartitionDetails part) {
            return new Part(
                    part.number(),
                    part.leader(),
                    part.range().from(),
                    part.range().to(),
                    part.range().size(),
                    part.bytes(),
                    text(part.oldest()),
                    text(part.newest()));
        }

        private static @Nullable String text(@Nullable Instant time) {
            return time == null ? null : time.toString();
        }
    }

    /** A group that reads the topic, or has read it. */
    @JsonPropertyOrder({"group", "state", "members", "lag"})
    record Reader(String group, String state, int members, long lag) {}

    static TopicDescription of(TopicDetails topic, List<GroupDetails> groups) {
        Map<Partition, Range> ranges = new TreeMap<>();
        topic.partitions()
                .forEach(part ->
                        ranges.put(new Partition(topic.name(), part.number()), part.range()));
        List<Reader> readers = new ArrayList<>();
        for (GroupDetails group : groups) {
            List<GroupPosition> positions = GroupPosition.of(group, ranges);
            if (!positions.isEmpty()) {
                readers.add(
                        new Reader(
                                group.name(),
                                group.state(),
                                group.members().size(),
                                positions.stream().mapToLong(GroupPosition::lag).sum()));
            }
        }
        return new TopicDescription(
                VERSION,
                topic.name(),
                TopicsCommands.isDeclared(topic.name()),
                topic.records(),
                topic.own(),
                topic.partitions().stream().map(Part::of).toList(),
                readers);
    }

    String table() {
        StringBuilder text = new StringBuilder();
        text.append(
                String.format(
                        Locale.ROOT,
                        "topic %s, %s, %,d records%n%n",
                        topic,
                        declared ? "declared" : "not declared",
                        records));
        if (!settings.isEmpty()) {
            Table own = new Table().text("SETTING").text("VALUE");
            settings.forEach(own::row);
            text.append(own.render()).append('\n');
        }
        text.append(partitionTable());
        return text.append('\n').append(readers()).toString();
    }

    private String partitionTable() {
        Table table =
                new Table()
                        .number("PARTITION")
                        .number("LEADER")
                        .number("FIRST")
                        .number("NEXT")
                        .number("RECORDS")
                        .number("SIZE")
                        .text("OLDEST")
                        .text("NEWEST");
        partitions.forEach(one ->
                table.row(
                        "" + one.partition(),
                        one.leader() == null ? "none" : "" + one.leader(),
                        "" + one.first(),
                        "" + one.next(),
                        "" + one.records(),
                        one.bytes() == null ? "-" : Amounts.bytes(one.bytes()),
                        TopicList.time(one.oldest()),
                        TopicList.time(one.newest())));
        return table.render();
    }

    /** The groups that read the topic, in lines. */
    String readers() {
        if (groups.isEmpty()) {
            return "No consumer group reads it.\n";
        }
        Table table = new Table().text("GROUP").text("STATE").number("MEMBERS").number("LAG");
        groups.forEach(one ->
                table.row(
                        one.group(),
                        one.state(),
                        "" + one.members(),
                        String.format(Locale.ROOT, "%,d", one.lag())));
        return table.render();
    }
}
