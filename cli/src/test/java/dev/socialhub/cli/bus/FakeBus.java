package dev.socialhub.cli.bus;

import dev.socialhub.contracts.event.DeclaredTopic;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** A bus in memory, with everything as declared until a test changes it. */
public final class FakeBus implements Bus {
    private final Map<String, FoundTopic> topics = new HashMap<>();
    private final Map<String, Group> groups = new HashMap<>();
    private final Map<String, Long> records = new HashMap<>();
    private final Map<Partition, Long> discarded = new HashMap<>();
    private final Deque<Long> lags = new ArrayDeque<>();
    private final FakeTopics allTopics = new FakeTopics(topics);
    private final FakeGroups allGroups = new FakeGroups();
    private List<String> offline = List.of();

    public FakeBus() {
        DeclaredTopic.all().forEach(this::create);
    }

    public void delete(String topic) {
        topics.remove(topic);
    }

    public void put(FoundTopic topic) {
        topics.put(topic.name(), topic);
    }

    public void put(String topic, long count) {
        records.put(topic, count);
    }

    /** Sets the range of offsets of a partition. */
    public void hold(Partition partition, long from, long to) {
        allTopics.hold(partition, from, to);
    }

    /** Sets the first offset in a partition for any time that is asked for. */
    public void since(Partition partition, long offset) {
        allTopics.since(partition, offset);
    }

    public void put(AllGroups.GroupDetails group) {
        allGroups.put(group);
    }

    /** A group with one member that reads all of these topics. */
    public void join(String group, Collection<String> subscription) {
        Set<Partition> assigned = new HashSet<>();
        for (String name : subscription) {
            for (int number = 0; number < found(name).partitions(); number++) {
                assigned.add(new Partition(name, number));
            }
        }
        groups.put(group, new Group("Stable", 1, assigned));
    }

    public void leave(String group) {
        groups.put(group, new Group("Empty", 0, Set.of()));
    }

    /** Sets the successive answers; the last one is repeated. */
    public void lag(long... wanted) {
        lags.clear();
        for (long lag : wanted) {
            lags.add(lag);
        }
    }

    public void goOffline(String folder) {
        offline = List.of(folder);
    }

    @Override
    public Cluster cluster() {
        return new Cluster(1, offline);
    }

    @Override
    public Map<String, FoundTopic> topics(Collection<String> names) {
        Map<String, FoundTopic> found = new HashMap<>(topics);
        found.keySet().retainAll(names);
        return found;
    }

    @Override
    public Map<String, Long> records(Collection<String> names) {
        Map<String, Long> found = new HashMap<>(records);
        found.keySet().retainAll(new ArrayList<>(names));
        return found;
    }

    @Override
    public Optional<Group> group(String name) {
        return Optional.ofNullable(groups.get(name));
    }

    @Override
    public long lag(String group, Collection<String> wanted) {
        if (lags.isEmpty()) {
            return 0;
        }
        return lags.size() == 1 ? lags.getFirst() : lags.removeFirst();
    }

    @Override
    public long behind(String group, Map<Partition, Long> ends) {
        return lag(group, List.of());
    }

    @Override
    public void discard(Map<Partition, Long> ends) {
        discarded.putAll(ends);
    }

    /** The deleted records: for each partition the first offset that is kept. */
    public Map<Partition, Long> discarded() {
        return Map.copyOf(discarded);
    }

    @Override
    public void create(DeclaredTopic topic) {
        put(new FoundTopic(topic.name(), topic.partitions(), topic.settings()));
    }

    @Override
    public void addPartitions(DeclaredTopic topic) {
        FoundTopic old = found(topic.name());
        put(new FoundTopic(topic.name(), topic.partitions(), old.settings()));
    }

    @Override
    public void set(DeclaredTopic topic, String setting) {
        FoundTopic old = found(topic.name());
        Map<String, String> settings = new HashMap<>(old.settings());
        settings.put(setting, Objects.requireNonNull(topic.settings().get(setting)));
        put(new FoundTopic(topic.name(), old.partitions(), settings));
    }

    @Override
    public AllTopics allTopics() {
        return allTopics;
    }

    @Override
    public AllGroups allGroups() {
        return allGroups;
    }

    @Override
    public void close() {}

    private FoundTopic found(String name) {
        return Objects.requireNonNull(topics.get(name), name);
    }
}
