package dev.socialhub.posts.search;

import dev.socialhub.shared.problem.TransientDatabaseErrors;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Checks regularly whether posts are left to index. */
@Singleton
class IndexSchedule {

    private static final Logger LOG = LoggerFactory.getLogger(IndexSchedule.class);

    private final IndexPosts indexPosts;

    IndexSchedule(IndexPosts indexPosts) {
        this.indexPosts = indexPosts;
    }

    @Scheduled(
            initialDelay = "${posts.search.index-interval}",
            fixedDelay = "${posts.search.index-interval}")
    void indexAll() {
        try {
            boolean more = true;
            while (more) {
                more = indexPosts.indexSome();
            }
        } catch (RuntimeException e) {
            Throwable transientError = TransientDatabaseErrors.behind(e);
            if (transientError == null) {
                throw e;
            }
            LOG.warn("Posts can't be indexed; trying again: {}", transientError.toString());
        }
    }
}
