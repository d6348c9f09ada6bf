package dev.socialhub.cli.replay;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.socialhub.cli.bus.Bus.Partition;
import dev.socialhub.cli.bus.RecordReader.Range;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a replay writes. Its end offsets are fixed when it is made: events that are published later
 * aren't part of it.
 *
 * @param into the topic that is written
 * @param partitions those that hold events
 * @param events how many are to be written
 * @param there how many more are in the other topic already, and left out
 * @param unreadable records in its ranges that are no events, and left out
 * @param oldest when the first of them was written to the topic
 * @param consumers the groups that read the topic; empty when another topic is written
 * @param notes what the operator should know besides
 */
@JsonPropertyOrder({
    "topic",
    "into",
    "shadow",
    "repeat",
    "selection",
    "events",
    "there",
    "unreadable",
    "oldest",
    "newest",
    "types",
    "partitions",
    "consumers",
    "notes"
})
record ReplayPlan(
        String topic,
        String into,
        boolean shadow,
        boolean repeat,
        Selection selection,
        long events,
        long there,
        long unreadable,
        @Nullable String oldest,
        @Nullable String newest,
        Map<String, Long> types,
        List<Part> partitions,
        List<ReplayConsumer> consumers,
        List<String> notes) {
    ReplayPlan {
        partitions = List.copyOf(partitions);
        consumers = List.copyOf(consumers);
        notes = List.copyOf(notes);
    }

    /**
     * A partition's share.
     *
     * @param first the offset of the first event
     * @param last the offset of the last one
     */
    @JsonPropertyOrder({"partition", "first", "last", "events"})
    record Part(int partition, long first, long last, long events) {}

    /** The groups that the replay is for. */
    List<String> groups() {
        return consumers.stream().filter(ReplayConsumer::hit).map(ReplayConsumer::group).toList();
    }

    /** The ranges that are to be read for it. */
    Map<Partition, Range> ranges() {
        Map<Partition, Range> ranges = new TreeMap<>();
        for (Part part : partitions) {
            ranges.put(
                    new Partition(topic, part.partition()),
                    new Range(part.first(), part.last() + 1));
        }
        return ranges;
    }
}
