/** Events leave in the transaction that caused them, and reach Kafka afterwards, in order. */
@Configuration
@Requires(classes = TransactionOperations.class)
@NullMarked
package dev.socialhub.messaging.outbox;

import io.micronaut.context.annotation.Configuration;
import io.micronaut.context.annotation.Requires;
import io.micronaut.transaction.TransactionOperations;
import org.jspecify.annotations.NullMarked;
