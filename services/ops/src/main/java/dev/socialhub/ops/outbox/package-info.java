/** How far behind this service's events are. */
@Configuration
@Requires(classes = TransactionOperations.class)
@NullMarked
package dev.socialhub.ops.outbox;

import io.micronaut.context.annotation.Configuration;
import io.micronaut.context.annotation.Requires;
import io.micronaut.transaction.TransactionOperations;
import org.jspecify.annotations.NullMarked;
