package dev.socialhub.contracts.post;

import java.time.Instant;
import java.util.UUID;

/**
 * A like of a post was added or removed. A like is identified by its post and its user; its version
 * grows each time it is added or removed.
 */
public sealed interface LikeEvent extends PostEvent permits LikeCreated, LikeDeleted {

    /** The author of the post. */
    UUID authorId();

    /** The user whose like it is. */
    UUID userId();

    String username();

    /** When the like was added or removed. */
    Instant at();

    @Override
    default String subject() {
        return postId() + ":" + userId();
    }
}
