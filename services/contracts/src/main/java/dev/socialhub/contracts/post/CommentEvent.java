package dev.socialhub.contracts.post;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A comment was added, edited or deleted. */
public sealed interface CommentEvent extends PostEvent
        permits CommentCreated, CommentUpdated, CommentDeleted {

    UUID postAuthorId();

    UUID commentId();

    /** The comment that it replies to; null for one that replies to the post. */
    @Nullable UUID parentId();

    /** The author of the comment that it replies to. */
    @Nullable UUID parentAuthorId();

    /** The author of the comment. */
    UUID authorId();

    /** When the comment was added, edited or deleted. */
    Instant at();

    @Override
    default String subject() {
        return commentId().toString();
    }
}
