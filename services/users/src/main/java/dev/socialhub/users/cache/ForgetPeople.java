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
 * Removes users from the cache when their data has changed: at once, so that a client reads its own
 * writes; and again when the event of the change arrives, in case Redis missed the first removal.
 */
@Singleton
public class ForgetPeople {

    private static final Logger LOG = LoggerFactory.getLogger(ForgetPeople.class);

    private final UserEntries entries;
    private final TransactionOperations<Connection> transactions;

    ForgetPeople(UserEntries entries, TransactionOperations<Connection> transactions) {
        this.entries = entries;
        this.transactions = transactions;
    }

    /** Removes the users as soon as the running transaction has committed. */
    public void afterCommit(Collection<UUID> userIds) {
        Set<UUID> changed = Set.copyOf(userIds);
        transactions
                .findTransactionStatus()
                .orElseThrow(() -> new IllegalStateException("a change needs a transaction"))
                .registerSynchronization(
                        new TransactionSynchronization() {
                            @Override
                            public void afterCommit() {
                                tryToForget(changed);
                            }
                        });
    }

    private void tryToForget(Set<UUID> userIds) {
        try {
            entries.forget(userIds);
        } catch (CacheUnavailable e) {
            LOG.debug("the event of this change will remove the entries: {}", e.getMessage());
        }
    }
}
