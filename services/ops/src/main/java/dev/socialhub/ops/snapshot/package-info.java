/** The rows that a service owns, in pages, for services that keep replicas of them. */
@Configuration
@Requires(classes = TransactionOperations.class)
@NullMarked
package dev.socialhub.ops.snapshot;

import io.micronaut.context.annotation.Configuration;
import io.micronaut.context.annotation.Requires;
import io.micronaut.transaction.TransactionOperations;
import org.jspecify.annotations.NullMarked;
