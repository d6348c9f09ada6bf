package dev.socialhub.posts.search;

import dev.socialhub.shared.paging.TimeCursor;
import java.util.List;
import java.util.UUID;

/** Finds posts by their words. It returns ids, so that an index server can take its place. */
interface PostIndex {

    /**
     * The posts that match and that a user may see, the best first. A text without words finds
     * none.
     *
     * @param text what users type: words, "phrases in quotes", {@code or}, {@code -without}; of the
     *     last word the beginning is enough
     * @param after the last post of the page before, by its score
     */
    List<FoundPost> find(String text, UUID viewerId, TimeCursor after, int rows);
}
