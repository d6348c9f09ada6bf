package dev.socialhub.ops.counter.table;

import dev.socialhub.shared.sql.SqlRow;
import dev.socialhub.shared.sql.SqlStatement;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
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
