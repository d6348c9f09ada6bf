package dev.socialhub.posts.post;

import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;

/** The author of a post or a comment. */
@Serdeable
public record AuthorView(UUID id, String username, String name) {}
