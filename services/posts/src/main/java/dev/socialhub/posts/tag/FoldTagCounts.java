package dev.socialhub.posts.tag;

import dev.socialhub.shared.problem.TransientDatabaseErrors;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Folds the deltas of changed posts into the counts of their hashtags. */
@Singleton
final class FoldTagCounts {

    private static final Logger LOG = LoggerFactory.getLogger(FoldTagCounts.class);
    private static final int BATCH = 1_000;

    private final TagRepository tags;

    FoldTagCounts(TagRepository tags) {
        this.tags = tags;
    }

    @Scheduled(
            initialDelay = "${posts.tags.fold-interval}",
            fixedDelay = "${posts.tags.fold-interval}")
    void fold() {
        try {
            int folded = BATCH;
            while (folded == BATCH) {
                folded = tags.fold(BATCH);
            }
        } catch (RuntimeException e) {
            Throwable transientError = TransientDatabaseErrors.behind(e);
            if (transientError == null) {
                throw e;
            }
            LOG.warn("Counts of tags can't be folded; trying again: {}", transientError.toString());
        }
    }
}
