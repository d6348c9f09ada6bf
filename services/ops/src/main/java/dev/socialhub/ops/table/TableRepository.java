package dev.socialhub.ops.table;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads and writes described tables, many rows in a statement; joins the running transaction. */
@Singleton
public final class TableRepository {

    private final TransactionOperations<Connection> transactions;

    TableRepository(TransactionOperations<Connection> transactions) {
        this.transactions = transactions;
    }

    /** The rows after a key, or from the first on, in the order of keys. */
    public <R> List<R> page(KeyedTable<R> table, @Nullable String after, int limit) {
        return transactions.executeRead(status -> {
            try (PreparedStatement query = status.getConnection().prepareStatement(table.page())) {
                int next = 1;
                for (Object value : table.after(after)) {
                    query.setObject(next++, value);
                }
                query.setInt(next, limit);
                try (ResultSet row = query.executeQuery()) {
                    StoredRow read = new StoredRow(row);
                    List<R> rows = new ArrayList<>();
                    while (row.next()) {
                        rows.add(table.reader().read(read));
                    }
                    return rows;
                }
            }
        });
    }

    /** Does several things in one transaction. */
    public <T> T inTransaction(Supplier<T> work) {
        return transactions.executeWrite(_ -> work.get());
    }

    /** Executes a statement without parameters, such as one that takes a lock. */
    public void execute(String sql) {
        transactions.executeWrite(status -> {
            try (PreparedStatement statement = status.getConnection().prepareStatement(sql)) {
                return statement.execute();
            }
        });
    }

    /**
     * Executes an update whose parameters are batches.
     *
     * @param columns those of each batch
     * @return how many rows were changed
     */
    public <R> int update(String sql, List<Column<R>> columns, List<List<R>> batches) {
        return transactions.executeWrite(status -> {
            try (PreparedStatement update = status.getConnection().prepareStatement(sql)) {
                int next = 1;
                for (List<R> batch : batches) {
                    next = set(update, next, columns, batch);
                }
                return update.executeUpdate();
            }
        });
    }

    /** The first row of a query whose parameter is a batch. */
    public <R, T> Optional<T> first(
            String sql, List<Column<R>> columns, List<R> batch, RowReader<T> reader) {
        return transactions.executeRead(status -> {
            try (PreparedStatement query = status.getConnection().prepareStatement(sql)) {
                set(query, 1, columns, batch);
                try (ResultSet row = query.executeQuery()) {
                    return row.next()
                            ? Optional.of(reader.read(new StoredRow(row)))
                            : Optional.empty();
                }
            }
        });
    }

    private static <R> int set(
            PreparedStatement statement, int first, List<Column<R>> columns, List<R> batch)
            throws SQLException {
        int next = first;
        for (Column<R> column : columns) {
            @Nullable Object[] values = new Object[batch.size()];
            for (int i = 0; i < values.length; i++) {
                Object value = column.value().apply(batch.get(i));
                values[i] = value instanceof List<?> texts ? text(statement, texts) : value;
            }
            statement.setArray(
                    next++, statement.getConnection().createArrayOf(column.type(), values));
        }
        return next;
    }

    private static String text(PreparedStatement statement, List<?> texts) throws SQLException {
        return statement.getConnection().createArrayOf("text", texts.toArray()).toString();
    }
}
