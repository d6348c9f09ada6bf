package dev.socialhub.ops.snapshot;

import dev.socialhub.ops.table.KeyedTable;

/**
 * Rows that this service owns. Make it a bean; services that keep replicas can then read them.
 *
 * @param name the last part of their path
 * @param table whose rows are written as JSON as they are read
 */
public record Snapshot<R>(String name, KeyedTable<R> table) {}
