/** Tables described by data, so that each statement on many rows is written once. */
@Configuration
@Requires(classes = TransactionOperations.class)
@NullMarked
package dev.socialhub.ops.table;

import io.micronaut.context.annotation.Configuration;
import io.micronaut.context.annotation.Requires;
import io.micronaut.transaction.TransactionOperations;
import org.jspecify.annotations.NullMarked;
