package dev.socialhub.posts.search;

import jakarta.inject.Singleton;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Indexes posts again, with the language that the service has now. */
@Singleton
class ReindexPosts {

    private static final UUID FIRST = new UUID(0, 0);

    private final ReindexRepository index;

    ReindexPosts(ReindexRepository index) {
        this.index = index;
    }

    /** How many posts there are to index. */
    long size() {
        return index.count();
    }

    /**
     * Indexes a page of posts.
     *
     * @param after the last post of the page before; null for the first page
     */
    IndexedRange page(@Nullable UUID after, int limit) {
        return index.reindex(after == null ? FIRST : after, limit);
    }
}
