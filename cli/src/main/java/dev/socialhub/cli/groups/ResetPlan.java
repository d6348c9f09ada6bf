package dev.socialhub.cli.groups;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.socialhub.cli.bus.Bus.Partition;
import dev.socialhub.cli.bus.GroupPosition;
import dev.socialhub.cli.terminal.Table;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The document of {@code groups reset}.
 *
 * @param applied whether the group's position was changed
 * @param members processes that are in the group
 */
@JsonPropertyOrder({"version", "group", "topic", "applied", "members", "partitions"})
record ResetPlan(
        int version,
        String group,
        String topic,
        boolean applied,
        int members,
        List<Part> partitions) {
    private static final int VERSION = 1;

    ResetPlan {
        partitions = List.copyOf(partitions);
    }

    /**
     * One partition.
     *
     * @param now the next offset that it is to handle; null if it never committed any
     * @param then that offset after the reset
     * @param again records that would be handled a second time
     * @param skipped records that would never be handled
     */
    @JsonPropertyOrder({"partition", "now", "then", "again", "skipped"})
    record Part(int partition, @Nullable Long now, long then, long again, long skipped) {
        static Part of(GroupPosition position, long then) {
            return new Part(
                    position.partition().number(),
                    position.committed(),
                    then,
                    Math.max(0, position.next() - then),
                    Math.max(0, then - position.next()));
        }
    }

    static ResetPlan of(
            String group,
            String topic,
            int members,
            List<GroupPosition> positions,
            NewPosition to,
            Map<Partition, Long> since) {
        return new ResetPlan(
                VERSION,
                group,
                topic,
                false,
                members,
                positions.stream().map(one -> Part.of(one, to.in(one, since))).toList());
    }

    ResetPlan made() {
        return new ResetPlan(version, group, topic, true, members, partitions);
    }

    Map<Partition, Long> offsets() {
        Map<Partition, Long> offsets = new TreeMap<>();
        partitions.forEach(one -> offsets.put(new Partition(topic, one.partition()), one.then()));
        return offsets;
    }

    String table() {
        Table table =
                new Table()
                        .text("GROUP")
                        .text("TOPIC")
                        .number("PARTITION")
                        .number("NOW")
                        .number("NEW")
                        .number("HANDLED AGAIN")
                        .number("SKIPPED");
        partitions.forEach(one ->
                table.row(
                        group,
                        topic,
                        "" + one.partition(),
                        one.now() == null ? "-" : "" + one.now(),
                        "" + one.then(),
                        "" + one.again(),
                        "" + one.skipped()));
        return table.render();
    }

    String summary() {
        return String.format(
                Locale.ROOT,
                applied
                        ? "Done: %,d records are handled again, %,d are skipped."
                        : "Nothing was changed: add --execute to have %,d records handled again and"
                                + " %,d skipped.",
                partitions.stream().mapToLong(Part::again).sum(),
                partitions.stream().mapToLong(Part::skipped).sum());
    }
}
