package dev.socialhub.posts.search;

import dev.socialhub.shared.housekeeping.Batches;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;

/** Checks regularly whether posts are left to index. */
@Singleton
class IndexSchedule {

    private final IndexPosts indexPosts;

    IndexSchedule(IndexPosts indexPosts) {
        this.indexPosts = indexPosts;
    }

    @Scheduled(
            initialDelay = "${posts.search.index-interval}",
            fixedDelay = "${posts.search.index-interval}")
    void indexAll() {
        Batches.run("Posts can't be indexed", indexPosts::indexSome);
    }
}
