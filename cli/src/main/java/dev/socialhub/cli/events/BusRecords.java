package dev.socialhub.cli.events;

import dev.socialhub.cli.bus.Bus;
import dev.socialhub.cli.bus.Bus.Partition;
import dev.socialhub.cli.bus.RecordReader;
import dev.socialhub.cli.bus.RecordReader.Range;
import dev.socialhub.cli.bus.StoredRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Looks for events on the bus. An id contains the time when the event was made, so the search
 * begins a little before that; it ends at the end of the topic when the search began.
 */
final class BusRecords implements Records {
    private final Bus bus;
    private final RecordReader reader;

    BusRecords(Bus bus, RecordReader reader) {
        this.bus = bus;
        this.reader = reader;
    }

    @Override
    public Optional<StoredRecord> first(EventId id, Collection<String> topics) {
        return find(id, topics, 1).stream().findFirst();
    }

    @Override
    public List<StoredRecord> all(EventId id, Collection<String> topics) {
        return find(id, topics, Integer.MAX_VALUE);
    }

    private List<StoredRecord> find(EventId id, Collection<String> topics, int limit) {
        List<StoredRecord> found = new ArrayList<>();
        reader.readByTime(
                ranges(id, topics),
                record -> {
                    if (id.isOf(record)) {
                        found.add(record);
                    }
                    return found.size() < limit;
                });
        return found;
    }

    private Map<Partition, Range> ranges(EventId id, Collection<String> topics) {
        Map<Partition, Range> whole = bus.allTopics().ranges(topics);
        if (id.earliest().isEmpty()) {
            return whole;
        }
        Map<Partition, Long> since = bus.allTopics().since(whole, id.earliest().get());
        Map<Partition, Range> late = new TreeMap<>();
        whole.forEach((partition, range) ->
                late.put(
                        partition,
                        new Range(since.getOrDefault(partition, range.from()), range.to())));
        return late;
    }
}
