package dev.socialhub.posts.comment;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A comment as a user sees it. A deleted one has no author and no content.
 *
 * @param parentId the comment that it replies to; null for one that replies to the post
 * @param replies how many direct replies it has
 * @param liked whether the user that reads it likes it
 */
@MappedEntity("post_comment")
record Comment(
        @Id UUID id,
        UUID postId,
        @Nullable UUID parentId,
        @Nullable UUID authorId,
        @Nullable String authorUsername,
        @Nullable String authorName,
        @Nullable String content,
        Instant createdAt,
        @Nullable Instant editedAt,
        long likes,
        long replies,
        boolean liked) {}
