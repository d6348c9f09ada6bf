package dev.socialhub.cli.replay;

import dev.socialhub.cli.bus.Bus.Partition;
import dev.socialhub.cli.bus.EventView;
import dev.socialhub.cli.bus.RecordWriter.Copy;
import dev.socialhub.cli.bus.StoredRecord;
import dev.socialhub.cli.bus.StoredRecord.RecordHeader;
import dev.socialhub.cli.copy.CopyRecords;
import dev.socialhub.cli.terminal.ProgressDisplay;
import dev.socialhub.contracts.event.EventHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/** Writes the rest of a replay, and records its progress. */
final class RunReplay {
    private static final Duration REPORT_INTERVAL = Duration.ofSeconds(1);
    private static final Set<String> OWN_HEADERS =
            Set.of(EventHeaders.REPLAY_ID, EventHeaders.REPLAY_GROUPS, EventHeaders.RETRY_GROUP);

    private final CopyRecords copying;
    private final ReplayFolder folder;
    private final ProgressDisplay progress;
    private SavedReplay replay;
    private long lastReport;

    RunReplay(
            SavedReplay replay,
            CopyRecords copying,
            ReplayFolder folder,
            ProgressDisplay progress) {
        this.replay = replay;
        this.copying = copying;
        this.folder = folder;
        this.progress = progress;
    }

    /**
     * Continues until everything is written.
     *
     * @param existingIds events that are left out, since the other topic holds them
     * @param intoPartitions how many partitions the destination topic has
     * @param wanted ends the work when it is no longer true
     * @return its progress
     */
    SavedReplay run(Set<UUID> existingIds, int intoPartitions, BooleanSupplier wanted) {
        folder.write(replay);
        boolean all =
                copying.copy(
                        replay.rest(),
                        record -> copy(record, existingIds, intoPartitions),
                        this::saveProgress,
                        wanted);
        if (all) {
            replay = replay.withAllWritten();
            folder.write(replay);
            progress.done(replay.plan().into(), count());
        } else {
            progress.failed(replay.plan().into(), "stopped: " + count());
        }
        return replay;
    }

    private void saveProgress(Partition partition, long next, int copied) {
        replay = replay.after(partition.number(), next, copied);
        folder.write(replay);
        if (System.nanoTime() - lastReport > REPORT_INTERVAL.toNanos()) {
            lastReport = System.nanoTime();
            progress.running(replay.plan().into(), count());
        }
    }

    private String count() {
        return String.format(
                Locale.ROOT, "%,d of %,d events", replay.written(), replay.plan().events());
    }

    private Optional<Copy> copy(StoredRecord record, Set<UUID> existingIds, int intoPartitions) {
        Optional<EventView> event = ReplayedEvents.in(record);
        Selection selection = replay.plan().selection();
        if (event.isEmpty()
                || !selection.matchesKey(record)
                || !selection.matchesType(event.get())
                || existingIds.contains(ReplayedEvents.identity(event.get()))) {
            return Optional.empty();
        }
        int number = record.partition().number();
        return Optional.of(
                new Copy(
                        replay.plan().into(),
                        number < intoPartitions ? number : null,
                        record.key(),
                        record.value(),
                        headers(record)));
    }

    private List<RecordHeader> headers(StoredRecord record) {
        List<RecordHeader> headers =
                new ArrayList<>(
                        record.headers().stream()
                                .filter(header -> !OWN_HEADERS.contains(header.name()))
                                .toList());
        headers.add(header(EventHeaders.REPLAY_ID, replay.id()));
        if (!replay.plan().shadow()) {
            headers.add(
                    header(EventHeaders.REPLAY_GROUPS, String.join(",", replay.plan().groups())));
        }
        return headers;
    }

    private static RecordHeader header(String name, String value) {
        return new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
