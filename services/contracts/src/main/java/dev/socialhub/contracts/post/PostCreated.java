package dev.socialhub.contracts.post;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.UUID;

/** A post was published. */
@Serdeable
public record PostCreated(
        UUID postId,
        UUID authorId,
        String authorUsername,
        String content,
        Visibility visibility,
        Instant createdAt,
        long version)
        implements PostEvent {}
