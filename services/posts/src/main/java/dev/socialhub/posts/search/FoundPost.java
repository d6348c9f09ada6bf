package dev.socialhub.posts.search;

import dev.socialhub.shared.paging.TimeCursor;
import java.time.Instant;
import java.util.UUID;

/**
 * A post that a search found.
 *
 * @param score its rank as a time: when it was published, and the later the better it matches. It
 *     doesn't depend on the time of the search, so that the next page begins where this one ends.
 */
record FoundPost(UUID id, Instant score) {

    TimeCursor cursor() {
        return new TimeCursor(score, id);
    }
}
