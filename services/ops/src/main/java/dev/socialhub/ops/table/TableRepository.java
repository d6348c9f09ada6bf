package dev.socialhub.ops.table;

import dev.socialhub.shared.sql.SqlStatement;
import dev.socialhub.shared.sql.SqlStatement.RowMapper;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
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
        List<Object> parameters = new ArrayList<>(table.after(after));
        parameters.add(limit);
        return transactions.executeRead(status ->
                SqlStatement.on(status.getConnection(), table.page(), parameters.toArray())
                        .list(table.reader()));
    }

    /** Does several things in one transaction. */
    public <T> T inTransaction(Supplier<T> work) {
        return transactions.executeWrite(_ -> work.get());
    }

    /** Executes a statement without parameters, such as one that takes a lock. */
    public void execute(String sql) {
        transactions.executeWrite(status -> {
            SqlStatement.on(status.getConnection(), sql).execute();
            return null;
        });
    }

    /**
     * Executes an update whose parameters are batches.
     *
     * @param columns those of each batch
     * @return how many rows were changed
     */
    public <R> int update(String sql, List<Column<R>> columns, List<List<R>> batches) {
        Object[] arrays =
                batches.stream().flatMap(batch -> arrays(columns, batch).stream()).toArray();
        return transactions.executeWrite(
                status -> SqlStatement.on(status.getConnection(), sql, arrays).update());
    }

    /** The first row of a query whose parameter is a batch. */
    public <R, T> Optional<T> first(
            String sql, List<Column<R>> columns, List<R> batch, RowMapper<T> mapper) {
        Object[] arrays = arrays(columns, batch).toArray();
        return transactions.executeRead(
                status -> SqlStatement.on(status.getConnection(), sql, arrays).first(mapper));
    }

    private static <R> List<Object> arrays(List<Column<R>> columns, List<R> batch) {
        return columns.stream().map(column -> column.array(batch)).toList();
    }
}
