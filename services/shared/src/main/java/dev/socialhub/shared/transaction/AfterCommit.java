package dev.socialhub.shared.transaction;

import io.micronaut.context.annotation.Requires;
import io.micronaut.transaction.TransactionOperations;
import io.micronaut.transaction.support.TransactionSynchronization;
import jakarta.inject.Singleton;
import java.sql.Connection;

/** Runs work that is right only if the current transaction commits, such as counting its effect. */
@Singleton
@Requires(beans = TransactionOperations.class)
public final class AfterCommit {

    private final TransactionOperations<Connection> transactions;

    AfterCommit(TransactionOperations<Connection> transactions) {
        this.transactions = transactions;
    }

    /**
     * Runs the work once the current transaction has committed, and never if it is rolled back.
     *
     * @throws IllegalStateException outside a transaction
     */
    public void run(Runnable work) {
        transactions
                .findTransactionStatus()
                .orElseThrow(() -> new IllegalStateException("there is no transaction to wait for"))
                .registerSynchronization(
                        new TransactionSynchronization() {
                            @Override
                            public void afterCommit() {
                                work.run();
                            }
                        });
    }
}
