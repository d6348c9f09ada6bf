/** Generated rows, written in bulk for demonstrations and measurements. */
@Configuration
@Requires(classes = TransactionOperations.class)
@NullMarked
package dev.socialhub.ops.seed;

import io.micronaut.context.annotation.Configuration;
import io.micronaut.context.annotation.Requires;
import io.micronaut.transaction.TransactionOperations;
import org.jspecify.annotations.NullMarked;
