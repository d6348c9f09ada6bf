package dev.socialhub.messaging.inbox;

import dev.socialhub.shared.sql.SqlStatement;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Requires;
import io.micronaut.data.exceptions.DataAccessException;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;

/** Remembers, beside an event's effect and in its transaction, that the event has had it. */
@Singleton
@Requires(beans = TransactionOperations.class)
public final class Inbox {

    private static final String INSERT =
            "insert into inbox (consumer, event_id) values (?, ?) on conflict do nothing";

    private final TransactionOperations<Connection> transactions;
    private final MeterRegistry meters;

    Inbox(TransactionOperations<Connection> transactions, MeterRegistry meters) {
        this.transactions = transactions;
        this.meters = meters;
    }

    /**
     * Whether an event is still to take effect, and if so claims it in the running transaction. A
     * replayed one always is: it is there to write again what the inbox says was written.
     *
     * @throws DataAccessException when the inbox can't be written
     * @throws IllegalStateException outside a transaction
     */
    public boolean isDue(String consumer, ReceivedEvent received) {
        try {
            return received.replayed() || claim(consumer, received.event().id());
        } catch (SQLException e) {
            throw new DataAccessException("an event could not be claimed", e);
        }
    }

    /**
     * Claims an event for a consumer in the running transaction.
     *
     * @return false when its effect is stored already
     * @throws IllegalStateException outside a transaction
     */
    public boolean claim(String consumer, UUID eventId) throws SQLException {
        if (transactions.findTransactionStatus().isEmpty()) {
            throw new IllegalStateException("an event is claimed in the transaction of its effect");
        }
        boolean first =
                SqlStatement.on(transactions.getConnection(), INSERT, consumer, eventId)
                        .updateOne();
        if (!first) {
            InboxMetrics.duplicates(consumer, meters).increment();
        }
        return first;
    }
}
