package dev.socialhub.posts.bookmark;

import dev.socialhub.shared.paging.TimeCursor;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;

/**
 * A bookmark in its owner's list.
 *
 * @param createdAt when the post was bookmarked
 */
@MappedEntity("bookmark")
record Bookmark(@Id UUID postId, Instant createdAt) {

    TimeCursor cursor() {
        return new TimeCursor(createdAt, postId);
    }
}
