package dev.socialhub.ops.counter.table;

import dev.socialhub.shared.sql.SqlRow;
import dev.socialhub.shared.sql.SqlStatement;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Stored counts, compared with the rows that they count. */
@Singleton
public final class CountRepository {

    private final TransactionOperations<Connection> transactions;

    CountRepository(TransactionOperations<Connection> transactions) {
        this.transactions = transactions;
    }

    /** All that is counted after an id. */
    List<CountComparison> compare(CountTable table, UUID after, int limit) {
        List<Object> parameters = new ArrayList<>();
        for (int source = 0; source < table.sources(); source++) {
            parameters.add(after);
            parameters.add(limit);
        }
        parameters.add(limit);
        return transactions.executeRead(status ->
                SqlStatement.on(status.getConnection(), table.compare(), parameters.toArray())
                        .list(row -> comparison(table, row)));
    }

    /** Adds pending changes to the counts, at most this many; returns how many there were. */
    public int fold(CountTable table, int limit) {
        return transactions.executeWrite(status ->
                SqlStatement.on(status.getConnection(), table.fold(), limit)
                        .only(row -> row.integer(1)));
    }

    /**
     * Removes the counts of what no longer exists, in the running transaction. A count that isn't 0
     * is kept, since rows that it counts have been added meanwhile.
     */
    public void discard(CountTable table, Collection<UUID> ids) {
        transactions.executeWrite(status -> {
            Connection connection = status.getConnection();
            Object array = SqlStatement.array("uuid", ids);
            SqlStatement.on(connection, table.foldIds(), array).run();
            return SqlStatement.on(connection, table.removeZeros(), array).update();
        });
    }

    private static CountComparison comparison(CountTable table, SqlRow row) throws SQLException {
        int counts = table.counts().size();
        List<String> wrong = new ArrayList<>();
        for (int i = 0; i < counts; i++) {
            long stored = row.number(2 + i);
            long counted = row.number(2 + counts + i);
            if (stored != counted) {
                wrong.add(
                        "%s %d, should be %d"
                                .formatted(table.counts().get(i).count(), stored, counted));
            }
        }
        return new CountComparison(row.uuid(1), wrong);
    }
}
