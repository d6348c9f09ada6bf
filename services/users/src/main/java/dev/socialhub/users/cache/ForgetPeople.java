package dev.socialhub.users.cache;

import io.micronaut.transaction.TransactionOperations;
import io.micronaut.transaction.support.TransactionSynchronization;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes people out of the cache when something of them has changed: at once, so that one reads what
 * one wrote; and once more when the event of the change comes by, should Redis not have heard it.
 */
@Singleton
public class ForgetPeople {

    private static final Logger LOG = LoggerFactory.getLogger(ForgetPeople.class);

    private final Entries entries;
    private final TransactionOperations<Connection> transactions;

    ForgetPeople(Entries entries, TransactionOperations<Connection> transactions) {
        this.entries = entries;
        this.transactions = transactions;
    }

    /** Forgets as soon as the running transaction has committed. */
    public void afterCommit(Collection<UUID> people) {
        Set<UUID> changed = Set.copyOf(people);
        transactions
                .findTransactionStatus()
                .orElseThrow(() -> new IllegalStateException("a change happens in a transaction"))
                .registerSynchronization(
                        new TransactionSynchronization() {
                            @Override
                            public void afterCommit() {
                                tryToForget(changed);
                            }
                        });
    }

    private void tryToForget(Set<UUID> people) {
        try {
            entries.forget(people);
        } catch (CacheUnavailable e) {
            LOG.debug("the event of this change will be heard: {}", e.getMessage());
        }
    }
}
