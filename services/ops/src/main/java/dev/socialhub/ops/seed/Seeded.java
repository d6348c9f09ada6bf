package dev.socialhub.ops.seed;

import io.micronaut.serde.annotation.Serdeable;

/**
 * What became of a batch.
 *
 * @param added rows that were new
 * @param leftOut rows that don't belong here any more, such as those of deleted users
 */
@Serdeable
public record Seeded(int added, int leftOut) {}
