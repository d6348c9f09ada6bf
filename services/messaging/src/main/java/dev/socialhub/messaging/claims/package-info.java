/** What the inbox remembers, for operators; nothing of it is there without a database. */
@Configuration
@Requires(classes = TransactionOperations.class)
@NullMarked
package dev.socialhub.messaging.claims;

import io.micronaut.context.annotation.Configuration;
import io.micronaut.context.annotation.Requires;
import io.micronaut.transaction.TransactionOperations;
import org.jspecify.annotations.NullMarked;
