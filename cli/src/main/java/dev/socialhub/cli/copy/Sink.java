package dev.socialhub.cli.copy;

import dev.socialhub.cli.bus.Bus.Partition;
import dev.socialhub.cli.bus.RecordWriter.Copy;
import java.util.List;
import java.util.Map;

/** Where copies are written, in their order. */
@FunctionalInterface
public interface Sink {
    /**
     * Returns when all of them are stored durably.
     *
     * @return for each partition the offset behind the last one written
     */
    Map<Partition, Long> write(List<Copy> copies);
}
