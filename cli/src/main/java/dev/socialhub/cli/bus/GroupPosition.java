package dev.socialhub.cli.bus;

import dev.socialhub.cli.bus.AllGroups.GroupDetails;
import dev.socialhub.cli.bus.Bus.Partition;
import dev.socialhub.cli.bus.RecordReader.Range;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The position of a group in a partition.
 *
 * @param committed the next offset that it is to handle; null if it never committed any
 * @param range what the partition holds
 */
public record GroupPosition(Partition partition, @Nullable Long committed, Range range) {

    /** One for each of these partitions that the group reads or has read, in their order. */
    public static List<GroupPosition> of(GroupDetails group, Map<Partition, Range> ranges) {
        TreeSet<Partition> read = new TreeSet<>(group.committed().keySet());
        group.members().forEach(member -> read.addAll(member.assigned()));
        return read.stream()
                .filter(ranges::containsKey)
                .map(one ->
                        new GroupPosition(
                                one,
                                group.committed().get(one),
                                ranges.getOrDefault(one, new Range(0, 0))))
                .toList();
    }

    /** The next offset: that of the oldest record if none was committed, as for consumers. */
    public long next() {
        return committed == null ? range.from() : Math.max(committed, range.from());
    }

    /** How many records it hasn't handled. */
    public long lag() {
        return unhandled().size();
    }

    /** Those records. */
    public Range unhandled() {
        return new Range(Math.min(next(), range.to()), range.to());
    }
}
