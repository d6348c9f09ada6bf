package dev.socialhub.contracts.post;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.UUID;

/** A post was deleted by its author. */
@Serdeable
public record PostDeleted(UUID postId, UUID authorId, Instant deletedAt, long version)
        implements PostEvent {}
