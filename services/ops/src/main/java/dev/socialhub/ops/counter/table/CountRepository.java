package dev.socialhub.ops.counter.table;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
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
        return transactions.executeRead(status -> {
            try (PreparedStatement query =
                    status.getConnection().prepareStatement(table.compare())) {
                int next = 1;
                for (int source = 0; source < table.sources(); source++) {
                    query.setObject(next++, after);
                    query.setInt(next++, limit);
                }
                query.setInt(next, limit);
                try (ResultSet row = query.executeQuery()) {
                    List<CountComparison> compared = new ArrayList<>();
                    while (row.next()) {
                        compared.add(comparison(table, row));
                    }
                    return compared;
                }
            }
        });
    }

    private static CountComparison comparison(CountTable table, ResultSet row) throws SQLException {
        int counts = table.counts().size();
        List<String> wrong = new ArrayList<>();
        for (int i = 0; i < counts; i++) {
            long stored = row.getLong(2 + i);
            long counted = row.getLong(2 + counts + i);
            if (stored != counted) {
                wrong.add(
                        "%s %d, should be %d"
                                .formatted(table.counts().get(i).count(), stored, counted));
            }
        }
        return new CountComparison(row.getObject(1, UUID.class), wrong);
    }
}
