package dev.socialhub.contracts.post;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.UUID;

/**
 * A user no longer likes a post.
 *
 * @param authorId the author of the post
 * @param version of the like, 1 at first
 */
@Serdeable
public record LikeDeleted(
        UUID postId, UUID authorId, UUID userId, String username, Instant at, long version)
        implements LikeEvent {}
