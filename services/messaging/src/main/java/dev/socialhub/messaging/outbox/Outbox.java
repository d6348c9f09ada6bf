package dev.socialhub.messaging.outbox;

import dev.socialhub.contracts.event.Event;
import dev.socialhub.contracts.event.EventCodec;
import dev.socialhub.contracts.event.EventData;
import dev.socialhub.shared.ids.Ids;
import dev.socialhub.shared.sql.SqlStatement;
import dev.socialhub.shared.trace.TraceContext;
import io.micronaut.context.annotation.Requires;
import io.micronaut.json.JsonMapper;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;

/**
 * Where a use case leaves the events it causes. They commit with its effect or not at all, so an
 * acknowledged write is a published one, whether Kafka runs or not.
 */
@Singleton
@Requires(beans = TransactionOperations.class)
public final class Outbox {

    /** How many relays may work side by side; the order within a key's shard is kept. */
    static final int SHARDS = 16;

    private static final String INSERT =
            "insert into outbox (shard, topic, record_key, payload, traceparent, type, created_at)"
                    + " values (?, ?, ?, ?, ?, ?, now())";

    private final TransactionOperations<Connection> transactions;
    private final EventCodec codec;
    private final Ids ids;
    private final Clock clock;
    private final OutboxSignal signal;

    Outbox(
            TransactionOperations<Connection> transactions,
            JsonMapper json,
            Ids ids,
            Clock clock,
            OutboxSignal signal) {
        this.transactions = transactions;
        this.codec = new EventCodec(json);
        this.ids = ids;
        this.clock = clock;
        this.signal = signal;
    }

    /**
     * Adds an event to the running transaction. Call it after the entity's row has been written:
     * that row's lock is what makes the order of the outbox the order of the entity's versions.
     *
     * @return the event as it will be published
     * @throws IllegalStateException outside a transaction
     */
    public Event append(EventData data) {
        signal.raiseAfterCommit();
        TraceContext trace = TraceContext.current();
        String traceparent = trace == null ? null : trace.traceparent();
        Event event = new Event(ids.next(), clock.instant(), traceparent, data);
        String key = data.partitionKey();
        try {
            SqlStatement.on(
                            transactions.getConnection(),
                            INSERT,
                            shardOf(key),
                            event.type().topic().topicName(),
                            key,
                            codec.encode(event),
                            traceparent,
                            event.type().typeName())
                    .update();
        } catch (SQLException e) {
            throw new OutboxUnavailable(e);
        }
        return event;
    }

    static short shardOf(String key) {
        return (short) Math.floorMod(key.hashCode(), SHARDS);
    }
}
