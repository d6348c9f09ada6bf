package dev.socialhub.posts.comment;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The part of a comment that is needed to change it.
 *
 * @param authorUsername null when the author is deleted
 */
record CommentState(
        UUID id,
        UUID postId,
        UUID postAuthorId,
        @Nullable UUID parentId,
        @Nullable UUID parentAuthorId,
        UUID authorId,
        @Nullable String authorUsername,
        String content,
        long version) {}
