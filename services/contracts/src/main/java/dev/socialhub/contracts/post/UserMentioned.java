package dev.socialhub.contracts.post;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.UUID;

/**
 * A post mentions a user that may see it: once for each post and user, whatever its edits remove
 * and add.
 *
 * @param version the post's version that mentions the user
 */
@Serdeable
public record UserMentioned(
        UUID postId,
        UUID authorId,
        String authorUsername,
        UUID mentionedId,
        Instant at,
        long version)
        implements PostEvent {}
