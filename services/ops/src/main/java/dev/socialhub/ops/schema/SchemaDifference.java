package dev.socialhub.ops.schema;

import io.micronaut.serde.annotation.Serdeable;

/**
 * A part that is there, but not as it should be.
 *
 * @param expected the statement that would make it as it should be
 * @param found the statement that would make what is in the store
 */
@Serdeable
public record SchemaDifference(PartKind kind, String name, String expected, String found) {}
