package dev.socialhub.messaging.testing;

import dev.socialhub.contracts.user.UserProfileUpdated;
import dev.socialhub.messaging.outbox.Outbox;
import dev.socialhub.shared.testing.ThingTable;
import io.micronaut.context.ApplicationContext;
import io.micronaut.transaction.TransactionOperations;
import java.sql.Connection;
import java.util.UUID;

/** Writes entities as a service does: the row, then its event, in one transaction. */
public final class Things {

    private final TransactionOperations<Connection> transactions;
    private final ThingTable table;
    private final Outbox outbox;

    @SuppressWarnings("unchecked")
    public Things(ApplicationContext context) {
        this.transactions = context.getBean(TransactionOperations.class);
        this.table = new ThingTable(context);
        this.outbox = context.getBean(Outbox.class);
    }

    /** The new version of the thing, whose event is in the outbox. */
    public long change(UUID id) {
        return transactions.executeWrite(status -> {
            long version = ThingTable.write(status.getConnection(), id);
            outbox.append(new UserProfileUpdated(id, "ada", "Ada", version));
            return version;
        });
    }

    /** Writes, and rolls back. */
    public void changeAndFail(UUID id) {
        transactions.executeWrite(status -> {
            long version = ThingTable.write(status.getConnection(), id);
            outbox.append(new UserProfileUpdated(id, "ada", "Ada", version));
            throw new IllegalStateException("thought better of it");
        });
    }

    public long number(String sql) {
        return table.number(sql);
    }
}
