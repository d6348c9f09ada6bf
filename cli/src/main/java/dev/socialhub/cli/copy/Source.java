package dev.socialhub.cli.copy;

import dev.socialhub.cli.bus.Bus.Partition;
import dev.socialhub.cli.bus.RecordReader.Range;
import dev.socialhub.cli.bus.StoredRecord;
import java.util.Map;
import java.util.function.Predicate;

/** Where records are read, each partition in its order, one partition after another. */
@FunctionalInterface
public interface Source {
    /**
     * @param visitor says whether to go on
     */
    void read(Map<Partition, Range> ranges, Predicate<StoredRecord> visitor);
}
