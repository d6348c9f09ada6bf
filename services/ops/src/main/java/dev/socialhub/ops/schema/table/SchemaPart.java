package dev.socialhub.ops.schema.table;

import dev.socialhub.ops.schema.PartName;
import org.jspecify.annotations.Nullable;

/**
 * One thing in a schema, and how to make it there.
 *
 * @param table the table that it belongs to; null for sequences and for tables themselves
 * @param statement makes it, in whatever schema comes first on the search path; two parts are the
 *     same when theirs are
 */
record SchemaPart(PartName name, @Nullable String table, String statement) {}
