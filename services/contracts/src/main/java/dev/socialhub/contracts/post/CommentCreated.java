package dev.socialhub.contracts.post;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A comment was added to a post.
 *
 * @param parentId the comment that it replies to; null for one that replies to the post
 * @param parentAuthorId that comment's author
 * @param version of the comment, 1 at first
 */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CommentCreated(
        UUID postId,
        UUID postAuthorId,
        UUID commentId,
        @Nullable UUID parentId,
        @Nullable UUID parentAuthorId,
        UUID authorId,
        String authorUsername,
        String content,
        Instant at,
        long version)
        implements CommentEvent {}
