package dev.socialhub.contracts.post;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A comment was deleted by its author or by the author of the post. When a post is deleted, no
 * event reports the deletion of its comments.
 *
 * @param parentId the comment that it replies to; null for one that replies to the post
 * @param parentAuthorId that comment's author
 * @param authorUsername null when the author's account is deleted
 * @param version of the comment, 1 at first
 */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CommentDeleted(
        UUID postId,
        UUID postAuthorId,
        UUID commentId,
        @Nullable UUID parentId,
        @Nullable UUID parentAuthorId,
        UUID authorId,
        @Nullable String authorUsername,
        Instant at,
        long version)
        implements CommentEvent {}
