package dev.socialhub.ops.schema;

import io.micronaut.serde.annotation.Serdeable;

/**
 * How a part is called. What belongs to a table may bear the table's name before its own: {@code
 * inbox.event_id}.
 */
@Serdeable
public record PartName(PartKind kind, String name) {}
