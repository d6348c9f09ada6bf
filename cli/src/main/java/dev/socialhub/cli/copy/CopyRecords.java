package dev.socialhub.cli.copy;

import dev.socialhub.cli.bus.Bus.Partition;
import dev.socialhub.cli.bus.RecordReader.Range;
import dev.socialhub.cli.bus.RecordWriter.Copy;
import dev.socialhub.cli.bus.StoredRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * Copies records in batches. A batch never spans two partitions, so that progress can be stored as
 * one offset.
 */
public final class CopyRecords {
    private static final int MAX_BATCH = 500;
    private static final long MAX_BYTES = 4 << 20;

    /** If a group is this many records behind, no more is written for it. */
    public static final long MAX_BEHIND = 10_000;

    private final Source source;
    private final Sink sink;
    private final RateLimit rateLimit;
    private final GroupProgress progress;

    public CopyRecords(Source source, Sink sink, RateLimit rateLimit, GroupProgress progress) {
        this.source = source;
        this.sink = sink;
        this.rateLimit = rateLimit;
        this.progress = progress;
    }

    /** Is called after each step, when Kafka has stored it. */
    @FunctionalInterface
    public interface Memory {
        /**
         * @param partition whose records have been copied
         * @param next the first offset that isn't copied yet
         * @param copied how many copies were written since the last step
         */
        void done(Partition partition, long next, int copied);
    }

    /**
     * Copies the records in these ranges.
     *
     * @param copying makes the copy; empty for records that aren't to be copied
     * @param keepRunning ends the work when it is no longer true
     * @return whether all records were copied
     */
    public boolean copy(
            Map<Partition, Range> ranges,
            Function<StoredRecord, Optional<Copy>> copying,
            Memory memory,
            BooleanSupplier keepRunning) {
        for (Map.Entry<Partition, Range> range : ranges.entrySet()) {
            Batch batch = new Batch(range.getKey(), memory, keepRunning);
            source.read(
                    Map.of(range.getKey(), range.getValue()),
                    record -> batch.take(record, copying.apply(record)));
            if (!batch.close(range.getValue().to())) {
                return false;
            }
        }
        return true;
    }

    /** The records that were read from one partition and aren't written yet. */
    private final class Batch {
        private final Partition partition;
        private final Memory memory;
        private final BooleanSupplier keepRunning;
        private final List<Copy> copies = new ArrayList<>();
        private long bytes;

        Batch(Partition partition, Memory memory, BooleanSupplier keepRunning) {
            this.partition = partition;
            this.memory = memory;
            this.keepRunning = keepRunning;
        }

        boolean take(StoredRecord record, Optional<Copy> copy) {
            if (copy.isPresent()) {
                copies.add(copy.get());
                byte[] value = record.value();
                bytes += value == null ? 0 : value.length;
                if (copies.size() >= rateLimit.batchSize(MAX_BATCH) || bytes >= MAX_BYTES) {
                    write(record.offset() + 1);
                }
            }
            return keepRunning.getAsBoolean();
        }

        /** Writes the rest, unless the work is to be stopped. */
        boolean close(long end) {
            if (!keepRunning.getAsBoolean()) {
                return false;
            }
            write(end);
            return true;
        }

        private void write(long next) {
            progress.awaitBacklog(MAX_BEHIND, keepRunning);
            if (!keepRunning.getAsBoolean()) {
                return;
            }
            if (!copies.isEmpty()) {
                rateLimit.take(copies.size());
                progress.wrote(sink.write(List.copyOf(copies)));
            }
            memory.done(partition, next, copies.size());
            copies.clear();
            bytes = 0;
        }
    }
}
