package dev.socialhub.messaging.outbox;

import dev.socialhub.shared.sql.SqlRow;
import dev.socialhub.shared.sql.SqlStatement;
import io.micronaut.context.annotation.Requires;
import io.micronaut.data.exceptions.DataAccessException;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Finds one event in the outbox, which keeps events as bytes and knows nothing of their ids. */
@Singleton
@Requires(beans = Outbox.class)
public final class WaitingEventRepository {

    /** A row has the time of its transaction's begin; the id is younger, and of another clock. */
    private static final Duration LONGEST_TRANSACTION = Duration.ofMinutes(15);

    private static final Duration CLOCKS_APART = Duration.ofMinutes(1);

    private static final String CANDIDATES =
            "select topic, record_key, shard, created_at, payload, (select count(*) from outbox o"
                    + " where o.shard = outbox.shard and o.seq < outbox.seq), traceparent from"
                    + " outbox where created_at between ? and ? and position(? in payload) > 0 order by seq";

    private final TransactionOperations<Connection> transactions;
    private final JsonMapper json;

    WaitingEventRepository(TransactionOperations<Connection> transactions, JsonMapper json) {
        this.transactions = transactions;
        this.json = json;
    }

    /**
     * The event, if it waits.
     *
     * @param made when its id was made
     * @throws DataAccessException when the outbox can't be read
     */
    public Optional<WaitingEvent> find(UUID id, Instant made) {
        return transactions.executeRead(status -> find(status.getConnection(), id, made));
    }

    private Optional<WaitingEvent> find(Connection connection, UUID id, Instant made) {
        try {
            return SqlStatement.on(
                            connection,
                            CANDIDATES,
                            made.minus(LONGEST_TRANSACTION),
                            made.plus(CLOCKS_APART),
                            id.toString().getBytes(StandardCharsets.UTF_8))
                    .list(row -> new Candidate(row.bytes(5), event(row)))
                    .stream()
                    .filter(candidate -> isEvent(candidate.payload, id))
                    .map(Candidate::event)
                    .findFirst();
        } catch (SQLException e) {
            throw new DataAccessException("the outbox can't be read", e);
        }
    }

    private static WaitingEvent event(SqlRow row) throws SQLException {
        return new WaitingEvent(
                row.text(1),
                row.text(2),
                row.integer(3),
                row.time(4),
                row.textOrNull(7),
                row.number(6));
    }

    /** Whether it is this very event, and not one that speaks of it. */
    private boolean isEvent(byte[] payload, UUID id) {
        try {
            JsonNode event = json.readValue(payload, JsonNode.class);
            JsonNode own = event == null ? null : event.get("id");
            return own != null && own.isString() && own.getStringValue().equals(id.toString());
        } catch (IOException e) {
            return false;
        }
    }

    private record Candidate(byte[] payload, WaitingEvent event) {}
}
