package dev.socialhub.cli.replay;

import dev.socialhub.cli.bus.EventView;
import dev.socialhub.cli.bus.StoredRecord;
import dev.socialhub.cli.replay.ReplayPlan.Part;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Counts the records that are read. */
final class RecordCount {
    private final Selection selection;
    private final Set<UUID> existingIds;
    private final Map<Integer, Part> parts = new TreeMap<>();
    private final Map<String, Long> types = new TreeMap<>();
    private final Map<String, Long> seenTypes = new TreeMap<>();
    private @Nullable Instant oldest;
    private @Nullable Instant newest;
    private @Nullable Instant heldSince;
    private long events;
    private long alreadyWritten;
    private long unreadable;

    /**
     * @param existingIds events that are left out
     */
    RecordCount(Selection selection, Set<UUID> existingIds) {
        this.selection = selection;
        this.existingIds = existingIds;
    }

    /** Always true: every record is read. */
    boolean visit(StoredRecord record) {
        if (heldSince == null || record.time().isBefore(heldSince)) {
            heldSince = record.time();
        }
        if (!selection.matchesKey(record)) {
            return true;
        }
        Optional<EventView> event = ReplayedEvents.in(record);
        if (event.isEmpty()) {
            unreadable++;
        } else {
            seenTypes.merge(event.get().type(), 1L, Long::sum);
            if (selection.matchesType(event.get())) {
                count(record, event.get());
            }
        }
        return true;
    }

    private void count(StoredRecord record, EventView event) {
        if (existingIds.contains(ReplayedEvents.identity(event))) {
            alreadyWritten++;
            return;
        }
        events++;
        types.merge(event.type(), 1L, Long::sum);
        oldest = oldest == null || record.time().isBefore(oldest) ? record.time() : oldest;
        newest = newest == null || record.time().isAfter(newest) ? record.time() : newest;
        parts.merge(
                record.partition().number(),
                new Part(record.partition().number(), record.offset(), record.offset(), 1),
                (known, one) ->
                        new Part(known.partition(), known.first(), one.last(), known.events() + 1));
    }

    /** When the first record that was read was written; null when none was read. */
    @Nullable Instant oldestTime() {
        return heldSince;
    }

    /** All types that were found, whether selected or not. */
    Set<String> seenTypes() {
        return seenTypes.keySet();
    }

    ReplayPlan plan(
            ReplayDestination destination,
            ReplayRequest request,
            List<ReplayConsumer> consumers,
            PlanRemarks notes) {
        return new ReplayPlan(
                destination.topic(),
                destination.into(),
                destination.shadow(),
                request.repeat(),
                selection,
                events,
                alreadyWritten,
                unreadable,
                oldest == null ? null : oldest.toString(),
                newest == null ? null : newest.toString(),
                new TreeMap<>(types),
                new ArrayList<>(parts.values()),
                consumers,
                notes.lines());
    }
}
