package dev.socialhub.cli.bus;

import dev.socialhub.cli.bus.Bus.Partition;
import dev.socialhub.cli.bus.StoredRecord.RecordHeader;
import dev.socialhub.cli.connection.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Reads records without joining any group, so that no group's position changes. For one thread.
 * Every method throws an {@code OperatorError} (unavailable) when Kafka doesn't answer.
 */
public final class RecordReader implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(200);

    private final KafkaAnswers answers;
    private final KafkaConsumer<byte[], byte[]> client;

    private RecordReader(KafkaAnswers answers, KafkaConsumer<byte[], byte[]> client) {
        this.answers = answers;
        this.client = client;
    }

    public static RecordReader of(Target target) {
        Map<String, Object> settings = KafkaAnswers.settings(target);
        settings.put("enable.auto.commit", false);
        settings.put("auto.offset.reset", "earliest");
        settings.put("allow.auto.create.topics", false);
        settings.put("max.poll.records", 1_000);
        settings.put("isolation.level", "read_committed");
        return new RecordReader(
                new KafkaAnswers(target),
                new KafkaConsumer<>(
                        settings, new ByteArrayDeserializer(), new ByteArrayDeserializer()));
    }

    /**
     * A stretch of a partition.
     *
     * @param from the first offset
     * @param to the offset behind the last
     */
    public record Range(long from, long to) {
        /** How many offsets there are; records may be fewer. */
        public long size() {
            return Math.max(0, to - from);
        }
    }

    /** All partitions of these topics, from their first record to where they end now. */
    public Map<Partition, Range> ranges(Collection<String> topics) {
        return answers.ask(() -> {
            List<TopicPartition> partitions = new ArrayList<>();
            for (String topic : topics) {
                List<PartitionInfo> found = client.partitionsFor(topic);
                found.forEach(one -> partitions.add(new TopicPartition(topic, one.partition())));
            }
            Map<TopicPartition, Long> first = client.beginningOffsets(partitions);
            Map<TopicPartition, Long> next = client.endOffsets(partitions);
            Map<Partition, Range> ranges = new TreeMap<>();
            first.forEach((partition, from) ->
                    ranges.put(
                            partition(partition),
                            new Range(from, next.getOrDefault(partition, from))));
            return ranges;
        });
    }

    /** The same ranges, but only from the first record that was written at that time or later. */
    public Map<Partition, Range> since(Map<Partition, Range> ranges, Instant time) {
        return answers.ask(() -> {
            Map<TopicPartition, Long> wanted = new HashMap<>();
            ranges.keySet().forEach(one -> wanted.put(kafka(one), time.toEpochMilli()));
            Map<TopicPartition, OffsetAndTimestamp> found = client.offsetsForTimes(wanted);
            Map<Partition, Range> later = new TreeMap<>();
            ranges.forEach((partition, range) -> {
                // No record is that recent: the partition ends before that time.
                OffsetAndTimestamp at = found.get(kafka(partition));
                long from = at == null ? range.to() : Math.max(range.from(), at.offset());
                later.put(partition, new Range(from, range.to()));
            });
            return later;
        });
    }

    /**
     * Reads ranges, each partition in its order, one partition after another.
     *
     * @param visitor says whether to go on
     */
    public void read(Map<Partition, Range> ranges, Predicate<StoredRecord> visitor) {
        for (Map.Entry<Partition, Range> one : new TreeMap<>(ranges).entrySet()) {
            if (one.getValue().size() > 0 && !read(one.getKey(), one.getValue(), visitor)) {
                return;
            }
        }
    }

    private boolean read(Partition partition, Range range, Predicate<StoredRecord> visitor) {
        TopicPartition source = kafka(partition);
        client.assign(List.of(source));
        client.seek(source, range.from());
        // The position also advances over entries that are no records, such as transaction markers.
        while (answers.ask(() -> client.position(source)) < range.to()) {
            for (ConsumerRecord<byte[], byte[]> record : answers.ask(() -> client.poll(POLL))) {
                if (record.offset() >= range.to()) {
                    return true;
                }
                if (!visitor.test(stored(record))) {
                    return false;
                }
            }
        }
        return true;
    }

    /**
     * Reads ranges of several partitions at once, the oldest record first as far as the order of
     * each partition allows.
     *
     * @param visitor says whether to go on
     */
    public void readByTime(Map<Partition, Range> ranges, Predicate<StoredRecord> visitor) {
        Map<TopicPartition, Long> ends = new HashMap<>();
        ranges.forEach((partition, range) -> {
            if (range.size() > 0) {
                ends.put(kafka(partition), range.to());
            }
        });
        client.assign(ends.keySet());
        ranges.forEach((partition, range) -> {
            if (range.size() > 0) {
                client.seek(kafka(partition), range.from());
            }
        });
        Map<TopicPartition, Queue<StoredRecord>> buffered = new HashMap<>();
        ends.keySet().forEach(one -> buffered.put(one, new ArrayDeque<>()));
        while (true) {
            // The next record is known only when the first one of every unfinished partition is
            // known.
            List<TopicPartition> unbuffered = unbuffered(ends, buffered);
            if (!unbuffered.isEmpty()) {
                client.pause(ends.keySet());
                client.resume(unbuffered);
                for (ConsumerRecord<byte[], byte[]> record : answers.ask(() -> client.poll(POLL))) {
                    TopicPartition source = new TopicPartition(record.topic(), record.partition());
                    if (record.offset() < ends.getOrDefault(source, 0L)) {
                        buffered.getOrDefault(source, new ArrayDeque<>()).add(stored(record));
                    }
                }
                continue;
            }
            Optional<Queue<StoredRecord>> oldest =
                    buffered.values().stream()
                            .filter(queue -> !queue.isEmpty())
                            .min(Comparator.comparing(queue -> queue.element().time()));
            if (oldest.isEmpty() || !visitor.test(oldest.get().remove())) {
                return;
            }
        }
    }

    private List<TopicPartition> unbuffered(
            Map<TopicPartition, Long> ends, Map<TopicPartition, Queue<StoredRecord>> buffered) {
        return ends.entrySet().stream()
                .filter(one -> buffered.getOrDefault(one.getKey(), new ArrayDeque<>()).isEmpty())
                .filter(one -> answers.ask(() -> client.position(one.getKey())) < one.getValue())
                .map(Map.Entry::getKey)
                .toList();
    }

    /**
     * Reads all partitions at once from these offsets, and then new records as they arrive.
     *
     * @param visitor says whether to go on
     * @param keepReading checked between two polls; reading ends when it is no longer true
     */
    public void follow(
            Map<Partition, Long> from,
            Predicate<StoredRecord> visitor,
            BooleanSupplier keepReading) {
        client.assign(from.keySet().stream().map(RecordReader::kafka).toList());
        from.forEach((partition, offset) -> client.seek(kafka(partition), offset));
        while (keepReading.getAsBoolean()) {
            for (ConsumerRecord<byte[], byte[]> record : answers.ask(() -> client.poll(POLL))) {
                if (!visitor.test(stored(record))) {
                    return;
                }
            }
        }
    }

    @Override
    public void close() {
        client.close(Duration.ZERO);
    }

    private static StoredRecord stored(ConsumerRecord<byte[], byte[]> record) {
        return new StoredRecord(
                new Partition(record.topic(), record.partition()),
                record.offset(),
                Instant.ofEpochMilli(record.timestamp()),
                record.key(),
                record.value(),
                StreamSupport.stream(record.headers().spliterator(), false)
                        .map(header -> new RecordHeader(header.key(), header.value()))
                        .toList());
    }

    private static Partition partition(TopicPartition partition) {
        return new Partition(partition.topic(), partition.partition());
    }

    private static TopicPartition kafka(Partition partition) {
        return new TopicPartition(partition.topic(), partition.number());
    }
}
