package dev.socialhub.messaging.claims;

import dev.socialhub.shared.sql.SqlStatement;
import io.micronaut.context.annotation.Requires;
import io.micronaut.data.exceptions.DataAccessException;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Looks up in the inbox which events have taken effect, and claims none. */
@Singleton
@Requires(beans = TransactionOperations.class)
public final class ClaimRepository {

    private static final String READ =
            "select received_at from inbox where consumer = ? and event_id = ?";

    private final TransactionOperations<Connection> transactions;

    ClaimRepository(TransactionOperations<Connection> transactions) {
        this.transactions = transactions;
    }

    /**
     * When a consumer has claimed an event.
     *
     * @return empty if it never did, or so long ago that it was forgotten
     * @throws DataAccessException when the inbox can't be read
     */
    public Optional<Instant> claimedAt(String consumer, UUID eventId) {
        return transactions.executeRead(
                status -> claimedAt(status.getConnection(), consumer, eventId));
    }

    private static Optional<Instant> claimedAt(
            Connection connection, String consumer, UUID eventId) {
        try {
            return SqlStatement.on(connection, READ, consumer, eventId).first(row -> row.time(1));
        } catch (SQLException e) {
            throw new DataAccessException("the inbox can't be read", e);
        }
    }
}
