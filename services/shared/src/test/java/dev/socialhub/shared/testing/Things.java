package dev.socialhub.shared.testing;

import dev.socialhub.contracts.user.UserProfileUpdated;
import dev.socialhub.shared.outbox.Outbox;
import io.micronaut.context.ApplicationContext;
import io.micronaut.transaction.TransactionOperations;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/** Writes entities as a service does: the row, then its event, in one transaction. */
public final class Things {

    private static final String UPSERT =
            "insert into thing (id, version) values (?, 1) on conflict (id) do update set version ="
                    + " thing.version + 1 returning version";

    private final TransactionOperations<Connection> transactions;
    private final Outbox outbox;

    @SuppressWarnings("unchecked")
    public Things(ApplicationContext context) {
        this.transactions = context.getBean(TransactionOperations.class);
        this.outbox = context.getBean(Outbox.class);
    }

    /** The new version of the thing, whose event is in the outbox. */
    public long change(UUID id) {
        return transactions.executeWrite(status -> {
            long version = write(status.getConnection(), id);
            outbox.append(new UserProfileUpdated(id, "ada", "Ada", version));
            return version;
        });
    }

    /** Writes, and then thinks better of it. */
    public void changeAndFail(UUID id) {
        transactions.executeWrite(status -> {
            long version = write(status.getConnection(), id);
            outbox.append(new UserProfileUpdated(id, "ada", "Ada", version));
            throw new IllegalStateException("thought better of it");
        });
    }

    public long number(String sql) {
        return transactions.executeRead(status -> {
            try (PreparedStatement query = status.getConnection().prepareStatement(sql);
                    ResultSet row = query.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        });
    }

    public static long write(Connection connection, UUID id) throws SQLException {
        try (PreparedStatement upsert = connection.prepareStatement(UPSERT)) {
            upsert.setObject(1, id);
            try (ResultSet row = upsert.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
