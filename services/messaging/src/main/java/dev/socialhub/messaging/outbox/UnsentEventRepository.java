package dev.socialhub.messaging.outbox;

import dev.socialhub.contracts.event.Event;
import dev.socialhub.contracts.event.EventCodec;
import dev.socialhub.contracts.event.EventType;
import dev.socialhub.shared.sql.SqlStatement;
import dev.socialhub.shared.sql.SqlStatement.RowMapper;
import io.micronaut.context.annotation.Requires;
import io.micronaut.data.exceptions.DataAccessException;
import io.micronaut.json.JsonMapper;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Finds events of some types that Kafka hasn't taken for a while, and takes none out. A service
 * that asks often needs an index on type and seq.
 */
@Singleton
@Requires(beans = Outbox.class)
public final class UnsentEventRepository {

    private static final String NUMBERS =
            "select seq from outbox where type = any (?)"
                    + " and created_at < now() - ? * interval '1 millisecond'"
                    + " order by seq desc limit ?";

    private static final String READ =
            "select payload from outbox where seq = any (?) order by seq";

    private final TransactionOperations<Connection> transactions;
    private final EventCodec codec;

    UnsentEventRepository(TransactionOperations<Connection> transactions, JsonMapper json) {
        this.transactions = transactions;
        this.codec = new EventCodec(json);
    }

    /**
     * The numbers of those that have waited for longer than this, the youngest first.
     *
     * @throws DataAccessException when the outbox can't be read
     */
    public List<Long> numbers(Set<EventType> types, Duration longerThan, int limit) {
        List<String> names = types.stream().map(EventType::typeName).toList();
        return list(
                NUMBERS,
                row -> row.number(1),
                SqlStatement.array("text", names),
                longerThan.toMillis(),
                limit);
    }

    /**
     * The events of these numbers that still wait, the oldest first.
     *
     * @throws DataAccessException when the outbox can't be read
     */
    public List<Event> read(Collection<Long> numbers) {
        return list(READ, row -> codec.decode(row.bytes(1)), SqlStatement.array("bigint", numbers))
                .stream()
                .flatMap(event -> event.stream())
                .toList();
    }

    private <T> List<T> list(String sql, RowMapper<T> mapper, Object... parameters) {
        return transactions.executeRead(status -> {
            try {
                return SqlStatement.on(status.getConnection(), sql, parameters).list(mapper);
            } catch (SQLException e) {
                throw new DataAccessException("the outbox can't be read", e);
            }
        });
    }
}
