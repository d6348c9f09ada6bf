/** A key makes any POST safe to repeat. */
@Configuration
@Requires(classes = TransactionOperations.class)
@NullMarked
package dev.socialhub.shared.idempotency;

import io.micronaut.context.annotation.Configuration;
import io.micronaut.context.annotation.Requires;
import io.micronaut.transaction.TransactionOperations;
import org.jspecify.annotations.NullMarked;
