package dev.socialhub.cli.replay;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.socialhub.cli.bus.Bus.Partition;
import dev.socialhub.cli.bus.RecordReader.Range;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A replay that was begun, and its progress.
 *
 * @param rate events a second
 * @param next for each partition that was begun, the first offset that isn't done yet
 * @param written how many events were written
 * @param finished whether all were written
 */
@JsonPropertyOrder({"version", "id", "rate", "reason", "written", "finished", "next", "plan"})
record SavedReplay(
        int version,
        String id,
        int rate,
        @Nullable String reason,
        long written,
        boolean finished,
        Map<Integer, Long> next,
        ReplayPlan plan) {
    static final int VERSION = 1;

    SavedReplay {
        next = new TreeMap<>(next);
    }

    static SavedReplay begin(String id, int rate, @Nullable String reason, ReplayPlan plan) {
        return new SavedReplay(VERSION, id, rate, reason, 0, false, Map.of(), plan);
    }

    SavedReplay after(int partition, long offset, int copied) {
        Map<Integer, Long> further = new TreeMap<>(next);
        further.put(partition, offset);
        return new SavedReplay(
                version, id, rate, reason, written + copied, finished, further, plan);
    }

    SavedReplay withAllWritten() {
        return new SavedReplay(version, id, rate, reason, written, true, next, plan);
    }

    SavedReplay atRate(int wanted) {
        return new SavedReplay(version, id, wanted, reason, written, finished, next, plan);
    }

    /** The ranges that are still to be read. */
    Map<Partition, Range> rest() {
        Map<Partition, Range> rest = new TreeMap<>();
        plan.ranges()
                .forEach((partition, range) -> {
                    long from =
                            Math.max(
                                    range.from(),
                                    next.getOrDefault(partition.number(), range.from()));
                    if (from < range.to()) {
                        rest.put(partition, new Range(from, range.to()));
                    }
                });
        return rest;
    }
}
