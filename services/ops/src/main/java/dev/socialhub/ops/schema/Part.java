package dev.socialhub.ops.schema;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * One thing in a schema, and how to make it there.
 *
 * @param table the table that it belongs to; null for sequences and for tables themselves
 * @param statement makes it, in whatever schema comes first on the search path; two parts are the
 *     same when theirs are
 */
record Part(Name name, @Nullable String table, String statement) {

    /**
     * How a part is called. Columns and constraints bear their table's name before their own:
     * {@code inbox.event_id}.
     */
    @Serdeable
    record Name(PartKind kind, String name) {}
}
