package dev.socialhub.messaging.outbox;

import io.micronaut.context.annotation.Requires;
import io.micronaut.data.exceptions.DataAccessException;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Looks at what waits in the outbox, and takes nothing out. */
@Singleton
@Requires(beans = Outbox.class)
public final class BacklogRepository {

    private static final String READ =
            "select count(*), extract(epoch from now() - (select created_at from outbox order by seq"
                    + " limit 1))::float8 from outbox";

    private final TransactionOperations<Connection> transactions;

    BacklogRepository(TransactionOperations<Connection> transactions) {
        this.transactions = transactions;
    }

    /**
     * What waits now.
     *
     * @throws DataAccessException when the outbox can't be read
     */
    public Backlog read() {
        return transactions.executeRead(status -> read(status.getConnection()));
    }

    private static Backlog read(Connection connection) {
        try (PreparedStatement query = connection.prepareStatement(READ);
                ResultSet row = query.executeQuery()) {
            row.next();
            return new Backlog(row.getLong(1), row.getObject(2, Double.class));
        } catch (SQLException e) {
            throw new DataAccessException("the outbox can't be read", e);
        }
    }
}
