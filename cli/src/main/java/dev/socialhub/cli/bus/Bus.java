package dev.socialhub.cli.bus;

import dev.socialhub.contracts.event.DeclaredTopic;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The tool's queries to Kafka, and the few changes that it makes there. Every method throws an
 * {@code OperatorError} (unavailable) when Kafka doesn't answer.
 */
public interface Bus extends AutoCloseable {
    /**
     * The brokers and their disks.
     *
     * @param offline folders that a broker has taken offline, with its reason
     */
    record Cluster(int brokers, List<String> offline) {}

    /**
     * A topic that exists.
     *
     * @param settings all of them, by Kafka's names
     */
    record FoundTopic(String name, int partitions, Map<String, String> settings) {
        public FoundTopic {
            settings = Map.copyOf(settings);
        }
    }

    /** One partition of a topic. */
    record Partition(String topic, int number) implements Comparable<Partition> {
        private static final Comparator<Partition> ORDER =
                Comparator.comparing(Partition::topic).thenComparingInt(Partition::number);

        @Override
        public int compareTo(Partition other) {
            return ORDER.compare(this, other);
        }
    }

    /**
     * A consumer group at one moment.
     *
     * @param state as Kafka names it, such as {@code Stable}
     * @param members how many processes are in it
     * @param assigned what they read
     */
    record Group(String state, int members, Set<Partition> assigned) {}

    Cluster cluster();

    /** Those of the named topics that exist, by name. */
    Map<String, FoundTopic> topics(Collection<String> names);

    /** How many records each of the existing ones of these topics holds. */
    Map<String, Long> records(Collection<String> names);

    /** A group; empty when it never had a member. */
    Optional<Group> group(String name);

    /** How many records of these topics the group hasn't handled yet. */
    long lag(String group, Collection<String> topics);

    /**
     * How many offsets before these the group hasn't passed yet.
     *
     * @param ends for each partition the offset to reach
     */
    long behind(String group, Map<Partition, Long> ends);

    /**
     * Deletes records permanently.
     *
     * @param ends for each partition the offset of the first record that is kept
     */
    void discard(Map<Partition, Long> ends);

    void create(DeclaredTopic topic);

    void addPartitions(DeclaredTopic topic);

    void set(DeclaredTopic topic, String setting);

    /** Every topic, declared or not. */
    AllTopics allTopics();

    /** Every consumer group, declared or not. */
    AllGroups allGroups();

    @Override
    void close();
}
