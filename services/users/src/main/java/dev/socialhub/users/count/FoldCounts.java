package dev.socialhub.users.count;

import dev.socialhub.shared.problem.TransientDatabaseErrors;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Folds the deltas of follows and unfollows into the counts. */
@Singleton
final class FoldCounts {

    private static final Logger LOG = LoggerFactory.getLogger(FoldCounts.class);
    private static final int BATCH = 1_000;

    private final FollowCountRepository counts;

    FoldCounts(FollowCountRepository counts) {
        this.counts = counts;
    }

    @Scheduled(
            initialDelay = "${users.counts.fold-interval}",
            fixedDelay = "${users.counts.fold-interval}")
    void fold() {
        try {
            int folded = BATCH;
            while (folded == BATCH) {
                folded = counts.fold(BATCH);
            }
        } catch (RuntimeException e) {
            Throwable transientError = TransientDatabaseErrors.behind(e);
            if (transientError == null) {
                throw e;
            }
            LOG.warn("Counts can't be folded; trying again: {}", transientError.toString());
        }
    }
}
