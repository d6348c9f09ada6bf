/** Counters in tables of PostgreSQL, described by data. */
@Configuration
@Requires(classes = TransactionOperations.class)
@NullMarked
package dev.socialhub.ops.counter.table;

import io.micronaut.context.annotation.Configuration;
import io.micronaut.context.annotation.Requires;
import io.micronaut.transaction.TransactionOperations;
import org.jspecify.annotations.NullMarked;
