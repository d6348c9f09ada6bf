package dev.socialhub.messaging.outbox;

import dev.socialhub.shared.trace.Spans;
import io.micronaut.context.annotation.Requires;
import io.micronaut.transaction.TransactionOperations;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;

/**
 * Sends pending events. A relay works on a shard only while its transaction holds the shard's
 * advisory lock, so that several instances share the work and none overtakes another: read by
 * sequence, send, await the acks, delete, commit. A crash in between only repeats. All shards that
 * are free go in one transaction, since one event in each of them would else take sixteen.
 */
@Singleton
@Requires(beans = Outbox.class, classes = Producer.class)
final class OutboxShards {

    /** Keeps these advisory locks apart from those of others in the same database. */
    private static final int LOCK_SPACE = 0x0b0;

    /** Materialized, so that no lock is taken before it is known that something is pending. */
    private static final String LOCK =
            "with pending as materialized (select s from generate_series(0, "
                    + (Outbox.SHARDS - 1)
                    + ") s where exists (select 1 from outbox o where o.shard = s))"
                    + " select s from pending where pg_try_advisory_xact_lock(?, s)";

    /** A statement of its own: the one that locks sees what was there before it had the lock. */
    private static final String READ =
            "select o.seq, o.topic, o.record_key, o.payload, o.traceparent"
                    + " from unnest(?::int[]) s, lateral (select * from outbox where shard = s"
                    + " order by seq limit ?) o order by o.seq";

    private static final String DELETE = "delete from outbox where seq = any (?)";

    private final TransactionOperations<Connection> transactions;
    private final OutboxProducer producer;
    private final OutboxConfiguration configuration;
    private final SentEvents sent;
    private final Spans spans;

    OutboxShards(
            TransactionOperations<Connection> transactions,
            OutboxProducer producer,
            OutboxConfiguration configuration,
            SentEvents sent,
            Spans spans) {
        this.transactions = transactions;
        this.producer = producer;
        this.configuration = configuration;
        this.sent = sent;
        this.spans = spans;
    }

    /**
     * Sends what is pending now.
     *
     * @return how many events Kafka has acknowledged
     * @throws DeliveryFailed when Kafka did not take a batch
     */
    int relayAll() {
        return transactions.executeWrite(status -> relay(status.getConnection()));
    }

    private int relay(Connection connection) throws SQLException {
        List<Integer> shards = lock(connection);
        if (shards.isEmpty()) {
            return 0;
        }
        try {
            List<Long> sequences = send(connection, shards);
            delete(connection, sequences);
            return sequences.size();
        } catch (DeliveryFailed | SQLException e) {
            // Done while this relay still holds the shards: buffered records must not be sent once
            // another relay may send these events.
            producer.abandon();
            throw e;
        }
    }

    /** Returns once Kafka has them all. */
    private List<Long> send(Connection connection, List<Integer> shards) throws SQLException {
        List<Long> sequences = new ArrayList<>();
        List<String> topics = new ArrayList<>();
        List<Future<RecordMetadata>> acks = new ArrayList<>();
        SendingSpans sending = new SendingSpans(spans);
        try (PreparedStatement query = connection.prepareStatement(READ)) {
            query.setArray(1, connection.createArrayOf("int", shards.toArray()));
            query.setInt(2, Math.ceilDiv(configuration.batchSize(), shards.size()));
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    sequences.add(rows.getLong(1));
                    topics.add(rows.getString(2));
                    ProducerRecord<String, byte[]> record =
                            new ProducerRecord<>(
                                    rows.getString(2), rows.getString(3), rows.getBytes(4));
                    sending.begin(record, rows.getString(5));
                    acks.add(producer.send(record));
                }
            }
            await(acks);
            sending.end(null);
        } catch (DeliveryFailed e) {
            sending.end(e);
            throw e;
        }
        topics.forEach(sent::acknowledged);
        return sequences;
    }

    /** The shards in which something is pending, and that no other relay works on. */
    private static List<Integer> lock(Connection connection) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement(LOCK)) {
            lock.setInt(1, LOCK_SPACE);
            try (ResultSet rows = lock.executeQuery()) {
                List<Integer> shards = new ArrayList<>();
                while (rows.next()) {
                    shards.add(rows.getInt(1));
                }
                return shards;
            }
        }
    }

    private static void await(List<Future<RecordMetadata>> acks) {
        try {
            for (Future<RecordMetadata> ack : acks) {
                ack.get();
            }
        } catch (ExecutionException e) {
            throw new DeliveryFailed(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DeliveryFailed(e);
        }
    }

    private static void delete(Connection connection, List<Long> sequences) throws SQLException {
        Array array = connection.createArrayOf("bigint", sequences.toArray());
        try (PreparedStatement delete = connection.prepareStatement(DELETE)) {
            delete.setArray(1, array);
            delete.executeUpdate();
        } finally {
            array.free();
        }
    }

    @PreDestroy
    void close() {
        producer.close();
    }
}
