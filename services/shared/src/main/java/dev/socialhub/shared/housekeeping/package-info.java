/** Removal of expired rows. */
@Configuration
@Requires(classes = TransactionOperations.class)
@NullMarked
package dev.socialhub.shared.housekeeping;

import io.micronaut.context.annotation.Configuration;
import io.micronaut.context.annotation.Requires;
import io.micronaut.transaction.TransactionOperations;
import org.jspecify.annotations.NullMarked;
