package dev.socialhub.messaging.outbox;

import io.micronaut.context.annotation.Requires;
import io.micronaut.data.exceptions.DataAccessException;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
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
        return query(
                READ,
                query -> {},
                row -> {
                    row.next();
                    return new OutboxBacklog(row.getLong(1), row.getObject(2, Double.class));
                });
    }

    /**
     * The same by topic and shard.
     *
     * @throws DataAccessException when the outbox can't be read
     */
    public List<Lane> lanes() {
        return query(
                LANES,
                query -> {},
                rows -> {
                    List<Lane> lanes = new ArrayList<>();
                    while (rows.next()) {
                        lanes.add(
                                new Lane(
                                        rows.getString(1),
                                        rows.getInt(2),
                                        rows.getLong(3),
                                        rows.getDouble(4)));
                    }
                    return lanes;
                });
    }

    /**
     * The number of the last event that waits; 0 when none does.
     *
     * @throws DataAccessException when the outbox can't be read
     */
    public long last() {
        return query(LAST, query -> {}, BacklogRepository::number);
    }

    /**
     * How many wait up to the one of this number.
     *
     * @throws DataAccessException when the outbox can't be read
     */
    public long pendingUpTo(long last) {
        return query(UP_TO, query -> query.setLong(1, last), BacklogRepository::number);
    }

    private static long number(ResultSet row) throws SQLException {
        row.next();
        return row.getLong(1);
    }

    private <T> T query(String sql, Binding binding, Reading<T> reading) {
        return transactions.executeRead(status -> {
            try (PreparedStatement query = status.getConnection().prepareStatement(sql)) {
                binding.bind(query);
                try (ResultSet rows = query.executeQuery()) {
                    return reading.read(rows);
                }
            } catch (SQLException e) {
                throw new DataAccessException("the outbox can't be read", e);
            }
        });
    }

    private interface Binding {
        void bind(PreparedStatement query) throws SQLException;
    }

    private interface Reading<T> {
        T read(ResultSet rows) throws SQLException;
    }
}
