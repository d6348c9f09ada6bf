package dev.socialhub.cli.seed.world;

import java.util.UUID;

/** That somebody follows or blocks somebody else, since a time. */
public record Edge(UUID from, UUID to, long millis) {}
