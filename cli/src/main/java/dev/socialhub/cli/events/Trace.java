package dev.socialhub.cli.events;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The document of {@code events trace}: how far an event has got.
 *
 * @param type null when the bus doesn't have it
 * @param key of its record; null when the bus doesn't have it
 * @param traceId of the request that caused it, from the event; null when the event has none
 * @param recordTraceId the same from the record's header, which consumers use
 * @param outbox services in whose outbox it still waits
 * @param place its first record in a live topic; null when there is none yet, or none any more
 * @param groups each consumer group that should handle it
 * @param replays its copies in the replay topic
 * @param unasked which services could not be asked, and what to do about it
 */
@JsonPropertyOrder({
    "version",
    "id",
    "type",
    "key",
    "traceId",
    "recordTraceId",
    "outbox",
    "place",
    "groups",
    "replays",
    "unasked"
})
record Trace(
        int version,
        String id,
        @Nullable String type,
        @Nullable String key,
        @Nullable String traceId,
        @Nullable String recordTraceId,
        List<Waiting> outbox,
        @Nullable RecordPosition place,
        List<GroupTrace> groups,
        List<Replay> replays,
        List<String> unasked) {
    static final int VERSION = 1;

    Trace {
        outbox = List.copyOf(outbox);
        groups = List.copyOf(groups);
        replays = List.copyOf(replays);
        unasked = List.copyOf(unasked);
    }

    /**
     * An outbox that holds the event.
     *
     * @param since when it was written there, ISO-8601
     * @param traceId of the request that caused it; null when the event has none
     * @param ahead how many events are sent before it
     */
    @JsonPropertyOrder({"service", "topic", "shard", "since", "traceId", "ahead"})
    record Waiting(
            String service,
            String topic,
            int shard,
            String since,
            @Nullable String traceId,
            long ahead) {}

    /**
     * A copy in the replay topic.
     *
     * @param replay which replay it belongs to; null for a dead letter that is retried
     * @param groups the groups it is for, comma-separated
     */
    @JsonPropertyOrder({"place", "replay", "groups"})
    record Replay(RecordPosition place, @Nullable String replay, String groups) {}

    /** Whether anything of it was found. */
    boolean found() {
        return place != null
                || !outbox.isEmpty()
                || !replays.isEmpty()
                || groups.stream().anyMatch(group -> group.letter() != null);
    }
}
