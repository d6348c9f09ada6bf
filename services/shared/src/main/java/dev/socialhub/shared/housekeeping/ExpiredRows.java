package dev.socialhub.shared.housekeeping;

import dev.socialhub.shared.sql.SqlStatement;
import io.micronaut.context.annotation.Requires;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;

/**
 * Removes expired rows, in batches, so that no lock is held for long. Instances that do so at the
 * same time share the rows.
 */
@Singleton
@Requires(beans = TransactionOperations.class)
public final class ExpiredRows {

    private static final int BATCH = 5_000;

    private final TransactionOperations<Connection> transactions;

    ExpiredRows(TransactionOperations<Connection> transactions) {
        this.transactions = transactions;
    }

    /**
     * Removes all rows of a table that a condition holds for.
     *
     * @param table and condition: constants of the program, never anything from outside
     * @return how many
     */
    public long remove(String table, String condition) {
        String sql =
                """
                delete from %s where ctid = any (array(
                    select ctid from %s where %s limit ? for update skip locked))
                """
                        .formatted(table, table, condition);
        return Batches.untilEmpty(() -> removeBatch(sql));
    }

    private int removeBatch(String sql) {
        return transactions.executeWrite(
                status -> SqlStatement.on(status.getConnection(), sql, BATCH).update());
    }
}
