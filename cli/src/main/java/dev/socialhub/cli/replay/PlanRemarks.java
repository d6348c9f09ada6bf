package dev.socialhub.cli.replay;

import dev.socialhub.cli.bus.Bus.FoundTopic;
import dev.socialhub.cli.bus.Bus.Partition;
import dev.socialhub.cli.bus.RecordReader.Range;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Remarks on a plan that an operator should know besides its numbers. */
record PlanRemarks(List<String> lines) {
    static PlanRemarks of(
            ReplayRequest request,
            ReplayDestination destination,
            Map<String, FoundTopic> found,
            Map<Partition, Range> held,
            RecordCount recordCount) {
        List<String> lines = new ArrayList<>();
        Instant since = recordCount.oldestTime();
        if (includesDiscardedEvents(request, held, since)) {
            lines.add(
                    since == null
                            ? "The bus has no events of %s any more.".formatted(request.topic())
                            : "The bus has events of %s since %s; older ones can't be replayed."
                                    .formatted(request.topic(), since));
        }
        if (destination.shadow() && !found.containsKey(destination.into())) {
            int partitions = Objects.requireNonNull(found.get(destination.topic())).partitions();
            lines.add(
                    "%s doesn't exist yet: it is created with %d partitions, like %s."
                            .formatted(destination.into(), partitions, destination.topic()));
        }
        List<String> unseen =
                request.selection().types().stream()
                        .filter(type -> !recordCount.seenTypes().contains(type))
                        .toList();
        if (!unseen.isEmpty()) {
            lines.add(
                    "The topic has no events of type %s; it has events of type: %s."
                            .formatted(
                                    String.join(", ", unseen),
                                    recordCount.seenTypes().isEmpty()
                                            ? "none"
                                            : String.join(", ", recordCount.seenTypes())));
        }
        return new PlanRemarks(List.copyOf(lines));
    }

    /** Whether the selected range includes events that are no longer stored. */
    private static boolean includesDiscardedEvents(
            ReplayRequest request, Map<Partition, Range> held, @Nullable Instant since) {
        boolean lost = held.values().stream().anyMatch(range -> range.from() > 0);
        return lost
                && switch (request.from()) {
                    case null -> false;
                    case ReplayBound.AtTime it -> since == null || it.time().isBefore(since);
                    case ReplayBound.AtOffset it ->
                            held.values().stream().anyMatch(range -> it.offset() < range.from());
                };
    }
}
