package dev.socialhub.cli.groups;

import dev.socialhub.cli.bus.AllGroups.GroupDetails;
import dev.socialhub.cli.bus.Bus;
import dev.socialhub.cli.bus.Bus.Partition;
import dev.socialhub.cli.bus.GroupPosition;
import dev.socialhub.cli.bus.RecordReader.Range;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The records that a group still has to handle, by partition. */
record GroupBacklog(GroupDetails group, List<GroupPosition> positions) {
    GroupBacklog {
        positions = List.copyOf(positions);
    }

    /** The backlog of each of these groups. */
    static List<GroupBacklog> of(Bus bus, Collection<GroupDetails> groups) {
        Set<String> topics = new HashSet<>();
        groups.forEach(group -> topics.addAll(ConsumerGroups.topics(group)));
        Map<Partition, Range> ranges = bus.allTopics().ranges(topics);
        return groups.stream().map(group -> of(group, ranges)).toList();
    }

    /** A partition that a group should read and never read counts from its first record. */
    static GroupBacklog of(GroupDetails group, Map<Partition, Range> ranges) {
        Collection<String> due =
                ConsumerGroups.declared(group.name())
                        .map(one -> (Collection<String>) one.subscription())
                        .orElse(List.of());
        Set<Partition> partitions = new TreeSet<>(group.committed().keySet());
        group.members().forEach(member -> partitions.addAll(member.assigned()));
        ranges.keySet().stream().filter(one -> due.contains(one.topic())).forEach(partitions::add);
        List<GroupPosition> positions = new ArrayList<>();
        for (Partition partition : partitions) {
            Range range = ranges.get(partition);
            if (range != null) {
                positions.add(
                        new GroupPosition(partition, group.committed().get(partition), range));
            }
        }
        return new GroupBacklog(group, positions);
    }

    long lag() {
        return positions.stream().mapToLong(GroupPosition::lag).sum();
    }
}
