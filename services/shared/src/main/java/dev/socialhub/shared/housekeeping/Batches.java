package dev.socialhub.shared.housekeeping;

import dev.socialhub.shared.problem.TransientDatabaseErrors;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Scheduled work on many rows, each batch in a transaction of its own. */
public final class Batches {

    private static final Logger LOG = LoggerFactory.getLogger(Batches.class);

    private Batches() {}

    /**
     * Runs batches until nothing is left, or until the database is unavailable: the next scheduled
     * run continues.
     *
     * @param failure what to log in that case, such as {@code Counts can't be folded}
     * @param batch returns whether there may be more
     */
    public static void run(String failure, BooleanSupplier batch) {
        try {
            boolean more = true;
            while (more) {
                more = batch.getAsBoolean();
            }
        } catch (RuntimeException e) {
            Throwable transientError = TransientDatabaseErrors.behind(e);
            if (transientError == null) {
                throw e;
            }
            LOG.warn("{} at the moment: {}", failure, transientError.toString());
        }
    }
}
