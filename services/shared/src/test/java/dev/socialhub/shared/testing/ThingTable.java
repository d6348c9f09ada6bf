package dev.socialhub.shared.testing;

import io.micronaut.context.ApplicationContext;
import io.micronaut.transaction.TransactionOperations;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/** The one table of a service that has nothing but the kit in it. */
public final class ThingTable {

    private static final String UPSERT =
            "insert into thing (id, version) values (?, 1) on conflict (id) do update set version ="
                    + " thing.version + 1 returning version";

    private final TransactionOperations<Connection> transactions;

    @SuppressWarnings("unchecked")
    public ThingTable(ApplicationContext context) {
        this.transactions = context.getBean(TransactionOperations.class);
    }

    /** The only value of the only row. */
    public long number(String sql) {
        return transactions.executeRead(status -> {
            try (PreparedStatement query = status.getConnection().prepareStatement(sql);
                    ResultSet row = query.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        });
    }

    /** The new version of the thing. */
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
