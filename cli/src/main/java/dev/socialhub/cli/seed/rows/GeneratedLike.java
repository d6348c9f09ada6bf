package dev.socialhub.cli.seed.rows;

import java.util.UUID;

/** A like of a generated post. */
public record GeneratedLike(UUID post, UUID user, long millis) {}
