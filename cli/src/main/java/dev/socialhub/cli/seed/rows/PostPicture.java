package dev.socialhub.cli.seed.rows;

import java.util.UUID;

/** A picture of a generated post; the service that receives the row draws it. */
public record PostPicture(UUID id, UUID post, UUID author, long millis) {}
