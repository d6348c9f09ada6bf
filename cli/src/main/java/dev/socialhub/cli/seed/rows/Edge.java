package dev.socialhub.cli.seed.rows;

import java.util.UUID;

/** A follow or a block between two users, since a time. */
public record Edge(UUID from, UUID to, long millis) {}
