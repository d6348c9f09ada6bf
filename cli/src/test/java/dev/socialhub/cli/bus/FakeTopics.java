package dev.socialhub.cli.bus;

import dev.socialhub.cli.bus.Bus.FoundTopic;
import dev.socialhub.cli.bus.Bus.Partition;
import dev.socialhub.cli.bus.RecordReader.Range;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The topics of a bus in memory; all their settings count as set on the topic. */
final class FakeTopics implements AllTopics {
    private final Map<String, FoundTopic> topics;
    private final Map<Partition, Range> ranges = new HashMap<>();
    private final Map<Partition, Long> since = new HashMap<>();

    FakeTopics(Map<String, FoundTopic> topics) {
        this.topics = topics;
    }

    /** Sets the range of offsets of a partition; empty until this is called. */
    void hold(Partition partition, long from, long to) {
        ranges.put(partition, new Range(from, to));
    }

    /** The answer to every query for the first offset of a time. */
    void since(Partition partition, long offset) {
        since.put(partition, offset);
    }

    @Override
    public List<TopicDetails> list() {
        return topics.keySet().stream().sorted().map(this::details).toList();
    }

    @Override
    public Optional<TopicDetails> find(String name) {
        return topics.containsKey(name) ? Optional.of(details(name)) : Optional.empty();
    }

    @Override
    public Map<Partition, Range> ranges(Collection<String> names) {
        Map<Partition, Range> found = new TreeMap<>();
        topics.values().stream()
                .filter(topic -> names.contains(topic.name()))
                .forEach(topic -> partitions(topic).forEach(one -> found.put(one, range(one))));
        return found;
    }

    @Override
    public Map<Partition, Long> since(Map<Partition, Range> wanted, Instant time) {
        return wanted.entrySet().stream()
                .collect(
                        Collectors.toMap(
                                Map.Entry::getKey,
                                one -> since.getOrDefault(one.getKey(), one.getValue().to())));
    }

    @Override
    public void create(String name, int partitions, Map<String, String> settings) {
        topics.put(name, new FoundTopic(name, partitions, settings));
    }

    @Override
    public void addPartitions(String name, int partitions) {
        create(name, partitions, found(name).settings());
    }

    @Override
    public void set(String name, Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(found(name).settings());
        all.putAll(settings);
        create(name, found(name).partitions(), all);
    }

    @Override
    public void delete(String name) {
        topics.remove(name);
    }

    private TopicDetails details(String name) {
        FoundTopic topic = found(name);
        List<PartitionDetails> parts = new ArrayList<>();
        for (Partition one : partitions(topic)) {
            parts.add(new PartitionDetails(one.number(), 1, range(one), 0L, null, null));
        }
        return new TopicDetails(
                name,
                name.startsWith("__"),
                parts,
                topic.settings(),
                Long.parseLong(topic.settings().getOrDefault("retention.ms", "-1")));
    }

    private Range range(Partition partition) {
        return ranges.getOrDefault(partition, new Range(0, 0));
    }

    private static List<Partition> partitions(FoundTopic topic) {
        List<Partition> partitions = new ArrayList<>();
        for (int number = 0; number < topic.partitions(); number++) {
            partitions.add(new Partition(topic.name(), number));
        }
        return partitions;
    }

    private FoundTopic found(String name) {
        return Objects.requireNonNull(topics.get(name), name);
    }
}
