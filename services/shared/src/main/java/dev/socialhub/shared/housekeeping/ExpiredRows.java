package dev.socialhub.shared.housekeeping;

import io.micronaut.context.annotation.Requires;
import io.micronaut.scheduling.annotation.Scheduled;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Removes first answers after a day, and claims of events that the bus no longer holds. */
@Singleton
@Requires(beans = TransactionOperations.class)
final class ExpiredRows {

    private static final Logger LOG = LoggerFactory.getLogger(ExpiredRows.class);
    private static final int BATCH = 5_000;

    private static final String ANSWERS =
            "delete from idempotency where ctid = any (array(select ctid from idempotency"
                    + " where created_at < now() - interval '24 hours' limit ?))";

    /** A day more than the retention, since a record may be read at its very end. */
    private static final String CLAIMS =
            "delete from inbox where ctid = any (array(select ctid from inbox"
                    + " where received_at < now() - interval '8 days' limit ?))";

    private final TransactionOperations<Connection> transactions;

    ExpiredRows(TransactionOperations<Connection> transactions) {
        this.transactions = transactions;
    }

    @Scheduled(initialDelay = "5m", fixedDelay = "10m")
    void remove() {
        remove(ANSWERS);
        remove(CLAIMS);
    }

    private void remove(String sql) {
        int removed = BATCH;
        while (removed == BATCH) {
            removed =
                    transactions.executeWrite(status -> {
                        try (PreparedStatement delete =
                                status.getConnection().prepareStatement(sql)) {
                            delete.setInt(1, BATCH);
                            return delete.executeUpdate();
                        }
                    });
        }
        LOG.debug("Expired rows removed");
    }
}
