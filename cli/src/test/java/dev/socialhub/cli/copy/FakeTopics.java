package dev.socialhub.cli.copy;

import dev.socialhub.cli.bus.Bus.Partition;
import dev.socialhub.cli.bus.RecordReader.Range;
import dev.socialhub.cli.bus.RecordWriter.Copy;
import dev.socialhub.cli.bus.StoredRecord;
import dev.socialhub.cli.bus.StoredRecord.RecordHeader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Topics in memory, whose records begin at offset 0 and are a second apart. */
public final class FakeTopics implements Source, Sink {
    public static final Instant START = Instant.parse("2026-01-02T03:00:00Z");

    private final Map<Partition, List<StoredRecord>> records = new TreeMap<>();
    private int writesLeft = Integer.MAX_VALUE;
    private int seconds;

    /** An empty topic. */
    public FakeTopics topic(String name, int partitions) {
        for (int number = 0; number < partitions; number++) {
            records.put(new Partition(name, number), new ArrayList<>());
        }
        return this;
    }

    /** Appends an event whose id is made of its number. */
    public FakeTopics event(String topic, int partition, String key, String type, int number) {
        String json =
                """
                {"specversion":"1.0","id":"01900000-0000-7000-8000-%012d","type":"%s","data":{}}\
                """
                        .formatted(number, type);
        return put(topic, partition, key, json, List.of());
    }

    public FakeTopics put(
            String topic,
            int partition,
            @Nullable String key,
            @Nullable String value,
            List<RecordHeader> headers) {
        append(
                new Partition(topic, partition),
                key == null ? null : bytes(key),
                value == null ? null : bytes(value),
                headers);
        return this;
    }

    /** The process dies in the write that follows this many. */
    public void dieAfter(int writes) {
        writesLeft = writes;
    }

    /** A write that was never acknowledged. */
    public static final class Died extends RuntimeException {}

    public List<StoredRecord> in(String topic) {
        return records.entrySet().stream()
                .filter(one -> one.getKey().topic().equals(topic))
                .flatMap(one -> one.getValue().stream())
                .toList();
    }

    public Map<Partition, Range> ranges(Collection<String> topics) {
        Map<Partition, Range> ranges = new TreeMap<>();
        records.forEach((partition, all) -> {
            if (topics.contains(partition.topic())) {
                ranges.put(partition, new Range(0, all.size()));
            }
        });
        return ranges;
    }

    public Map<Partition, Range> since(Map<Partition, Range> ranges, Instant time) {
        Map<Partition, Range> since = new TreeMap<>();
        ranges.forEach((partition, range) -> {
            long earlier = of(partition).stream().filter(one -> one.time().isBefore(time)).count();
            since.put(partition, new Range(earlier, range.to()));
        });
        return since;
    }

    @Override
    public void read(Map<Partition, Range> ranges, Predicate<StoredRecord> visitor) {
        for (Map.Entry<Partition, Range> one : ranges.entrySet()) {
            Range range = one.getValue();
            for (StoredRecord record : List.copyOf(of(one.getKey()))) {
                boolean within = record.offset() >= range.from() && record.offset() < range.to();
                if (within && !visitor.test(record)) {
                    return;
                }
            }
        }
    }

    @Override
    public Map<Partition, Long> write(List<Copy> copies) {
        Map<Partition, Long> ends = new TreeMap<>();
        for (Copy copy : copies) {
            Integer wanted = copy.partition();
            Partition partition = new Partition(copy.topic(), wanted == null ? 0 : wanted);
            append(partition, copy.key(), copy.value(), copy.headers());
            ends.put(partition, (long) of(partition).size());
        }
        // The records are stored, but the write isn't acknowledged.
        if (writesLeft-- == 0) {
            throw new Died();
        }
        return ends;
    }

    /** The checker doesn't know that a record may have neither key nor value. */
    @SuppressWarnings("NullAway")
    private void append(
            Partition partition,
            byte @Nullable [] key,
            byte @Nullable [] value,
            List<RecordHeader> headers) {
        List<StoredRecord> all = of(partition);
        Instant time = START.plusSeconds(seconds++);
        all.add(new StoredRecord(partition, all.size(), time, key, value, headers));
    }

    private List<StoredRecord> of(Partition partition) {
        return Objects.requireNonNull(records.get(partition), partition.toString());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
