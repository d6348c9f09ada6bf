package dev.socialhub.cli.bus;

import dev.socialhub.cli.bus.Bus.Partition;
import dev.socialhub.cli.bus.RecordReader.Range;
import dev.socialhub.cli.terminal.ExitCode;
import dev.socialhub.cli.terminal.OperatorError;
import dev.socialhub.cli.terminal.Printable;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The topics of a bus, declared or not, and what an operator may do to them. */
public interface AllTopics {
    /**
     * A topic with all that is known of it.
     *
     * @param internal whether it is internal to the brokers
     * @param own the settings that were set on the topic; all others are the brokers' defaults
     * @param retention how long it keeps records, in milliseconds; -1 for ever
     */
    record TopicDetails(
            String name,
            boolean internal,
            List<PartitionDetails> partitions,
            Map<String, String> own,
            long retention) {
        public TopicDetails {
            partitions = List.copyOf(partitions);
            own = new TreeMap<>(own);
        }

        /** How many records it holds. */
        public long records() {
            return partitions.stream().mapToLong(one -> one.range().size()).sum();
        }

        /** How many bytes it takes on one disk; empty when no broker reports it. */
        public OptionalLong bytes() {
            return partitions.stream().anyMatch(one -> one.bytes() == null)
                    ? OptionalLong.empty()
                    : OptionalLong.of(
                            partitions.stream()
                                    .map(PartitionDetails::bytes)
                                    .filter(Objects::nonNull)
                                    .mapToLong(Long::longValue)
                                    .sum());
        }

        /** When its oldest record was written. */
        public Optional<Instant> oldest() {
            return partitions.stream()
                    .map(PartitionDetails::oldest)
                    .filter(Objects::nonNull)
                    .min(Instant::compareTo);
        }

        /** When its newest record was written. */
        public Optional<Instant> newest() {
            return partitions.stream()
                    .map(PartitionDetails::newest)
                    .filter(Objects::nonNull)
                    .max(Instant::compareTo);
        }
    }

    /**
     * One of its partitions.
     *
     * @param leader number of the broker that serves it; null when no broker serves it
     * @param bytes on the disk where it takes the most; null when no broker reports it
     * @param oldest when its first record was written; null when it has none
     * @param newest when its latest record was written
     */
    record PartitionDetails(
            int number,
            @Nullable Integer leader,
            Range range,
            @Nullable Long bytes,
            @Nullable Instant oldest,
            @Nullable Instant newest) {}

    /** All of them by name, the brokers' own included. */
    List<TopicDetails> list();

    /** One of them; empty when it doesn't exist. */
    Optional<TopicDetails> find(String name);

    /**
     * One of them.
     *
     * @throws OperatorError (not found) if it doesn't exist
     */
    default TopicDetails named(String name) {
        return find(name)
                .orElseThrow(() ->
                        new OperatorError(
                                ExitCode.NOT_FOUND,
                                "there is no topic named '" + Printable.line(name) + "'",
                                "see `socialhubctl topics list`"));
    }

    /** Where each partition of those topics that exist begins and ends. */
    Map<Partition, Range> ranges(Collection<String> topics);

    /**
     * The first offset that was written at that time or later; the end of the partition if there is
     * none.
     */
    Map<Partition, Long> since(Map<Partition, Range> ranges, Instant time);

    /**
     * Makes a topic.
     *
     * @throws OperatorError (failed) if Kafka rejects the name, the number or a setting
     */
    void create(String name, int partitions, Map<String, String> settings);

    /** Adds partitions up to this number; the errors are those of {@link #create}. */
    void addPartitions(String name, int partitions);

    /** Changes settings and leaves all others; the errors are those of {@link #create}. */
    void set(String name, Map<String, String> settings);

    /** Deletes a topic with all its records. */
    void delete(String name);
}
