package dev.socialhub.shared.housekeeping;

import dev.socialhub.shared.problem.TransientDatabaseErrors;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Work on many rows, each batch in a transaction of its own. A batch returns how many rows it
 * found. It may find fewer than its limit while another transaction removes the same rows, so only
 * an empty batch is the last one.
 */
public final class Batches {

    private static final Logger LOG = LoggerFactory.getLogger(Batches.class);

    private Batches() {}

    /**
     * Runs batches until one is empty.
     *
     * @return how many rows they found together
     */
    public static long untilEmpty(IntSupplier batch) {
        long total = 0;
        int found = batch.getAsInt();
        while (found > 0) {
            total += found;
            found = batch.getAsInt();
        }
        return total;
    }

    /**
     * Does the same as scheduled work, until the database is unavailable: the next scheduled run
     * continues.
     *
     * @param failure what to log in that case, such as {@code Counts can't be folded}
     */
    public static void run(String failure, IntSupplier batch) {
        try {
            untilEmpty(batch);
        } catch (RuntimeException e) {
            Throwable transientError = TransientDatabaseErrors.behind(e);
            if (transientError == null) {
                throw e;
            }
            LOG.warn("{} at the moment: {}", failure, transientError.toString());
        }
    }
}
