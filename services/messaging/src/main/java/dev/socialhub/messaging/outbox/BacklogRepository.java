package dev.socialhub.messaging.outbox;

import dev.socialhub.shared.sql.SqlStatement;
import io.micronaut.context.annotation.Requires;
import io.micronaut.data.exceptions.DataAccessException;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Reads which events wait in the outbox, and removes none. */
@Singleton
@Requires(beans = Outbox.class)
public final class BacklogRepository {

    private static final String READ =
            "select count(*), extract(epoch from now() - (select created_at from outbox order by seq"
                    + " limit 1))::float8 from outbox";
    private static final String LANES =
            "select topic, shard, count(*), extract(epoch from now() - min(created_at))::float8 from"
                    + " outbox group by topic, shard order by topic, shard";
    private static final String LAST = "select coalesce(max(seq), 0) from outbox";
    private static final String UP_TO = "select count(*) from outbox where seq <= ?";

    private final TransactionOperations<Connection> transactions;

    BacklogRepository(TransactionOperations<Connection> transactions) {
        this.transactions = transactions;
    }

    /**
     * What waits now.
     *
     * @throws DataAccessException when the outbox can't be read
     */
    public OutboxBacklog read() {
        return run(
                READ,
                query -> query.only(row -> new OutboxBacklog(row.number(1), row.decimalOrNull(2))));
    }

    /**
     * The same by topic and shard.
     *
     * @throws DataAccessException when the outbox can't be read
     */
    public List<Lane> lanes() {
        return run(
                LANES,
                query ->
                        query.list(row ->
                                new Lane(
                                        row.text(1),
                                        row.integer(2),
                                        row.number(3),
                                        row.decimal(4))));
    }

    /**
     * The number of the last event that waits; 0 when none does.
     *
     * @throws DataAccessException when the outbox can't be read
     */
    public long last() {
        return number(LAST);
    }

    /**
     * How many wait up to the one of this number.
     *
     * @throws DataAccessException when the outbox can't be read
     */
    public long pendingUpTo(long last) {
        return number(UP_TO, last);
    }

    private long number(String sql, Object... parameters) {
        return run(sql, query -> query.only(row -> row.number(1)), parameters);
    }

    private <T> T run(String sql, Reading<T> reading, Object... parameters) {
        return transactions.executeRead(status -> {
            try {
                return reading.read(SqlStatement.on(status.getConnection(), sql, parameters));
            } catch (SQLException e) {
                throw new DataAccessException("the outbox can't be read", e);
            }
        });
    }

    private interface Reading<T> {
        T read(SqlStatement query) throws SQLException;
    }
}
