package dev.socialhub.posts.bookmark;

import dev.socialhub.shared.transaction.AfterCommit;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Context;

/** The numbers of bookmarks added and removed, counted once their transaction has committed. */
@Context
final class BookmarkMetrics {

    private final AfterCommit afterCommit;
    private final Counter added;
    private final Counter removed;

    BookmarkMetrics(AfterCommit afterCommit, MeterRegistry meters) {
        this.afterCommit = afterCommit;
        added = counter("added", meters);
        removed = counter("removed", meters);
    }

    private static Counter counter(String change, MeterRegistry meters) {
        return Counter.builder("posts.bookmarks")
                .description("Bookmarks added and removed")
                .tag("change", change)
                .register(meters);
    }

    void added() {
        afterCommit.run(added::increment);
    }

    void removed() {
        afterCommit.run(removed::increment);
    }
}
