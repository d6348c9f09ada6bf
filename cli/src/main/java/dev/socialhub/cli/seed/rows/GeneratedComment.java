package dev.socialhub.cli.seed.rows;

import java.util.UUID;

/** A comment on a generated post. */
public record GeneratedComment(UUID id, UUID post, UUID author, String content, long millis) {}
