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
 * Sends pending events shard by shard. A relay works on a shard only while its transaction holds
 * the shard's advisory lock, so that several instances share the work and none overtakes another:
 * read by sequence, send, await the acks, delete, commit. A crash in between only repeats.
 */
@Singleton
@Requires(beans = Outbox.class, classes = Producer.class)
final class OutboxShards {

    /** Keeps these advisory locks apart from those of others in the same database. */
    private static final int LOCK_SPACE = 0x0b0;

    private static final String PENDING_SHARDS =
            "select s from generate_series(0, "
                    + (Outbox.SHARDS - 1)
                    + ") s where exists (select 1 from outbox o where o.shard = s)";
    private static final String LOCK = "select pg_try_advisory_xact_lock(?, ?)";
    private static final String READ =
            "select seq, topic, record_key, payload, traceparent from outbox where shard = ?"
                    + " order by seq limit ?";
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
        int sent = 0;
        for (int shard : pendingShards()) {
            sent += transactions.executeWrite(status -> relay(status.getConnection(), shard));
        }
        return sent;
    }

    private List<Integer> pendingShards() {
        return transactions.executeRead(status -> {
            try (PreparedStatement query = status.getConnection().prepareStatement(PENDING_SHARDS);
                    ResultSet rows = query.executeQuery()) {
                List<Integer> shards = new ArrayList<>();
                while (rows.next()) {
                    shards.add(rows.getInt(1));
                }
                return shards;
            }
        });
    }

    private int relay(Connection connection, int shard) throws SQLException {
        if (!lock(connection, shard)) {
            return 0;
        }
        try {
            List<Long> sequences = send(connection, shard);
            delete(connection, sequences);
            return sequences.size();
        } catch (DeliveryFailed | SQLException e) {
            // While the shard is still ours: what waits in the buffer must not go out behind the
            // back of whoever sends these events next.
            producer.abandon();
            throw e;
        }
    }

    /** Returns once Kafka has them all. */
    private List<Long> send(Connection connection, int shard) throws SQLException {
        List<Long> sequences = new ArrayList<>();
        List<String> topics = new ArrayList<>();
        List<Future<RecordMetadata>> acks = new ArrayList<>();
        SendingSpans sending = new SendingSpans(spans);
        try (PreparedStatement query = connection.prepareStatement(READ)) {
            query.setInt(1, shard);
            query.setInt(2, configuration.batchSize());
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

    private static boolean lock(Connection connection, int shard) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement(LOCK)) {
            lock.setInt(1, LOCK_SPACE);
            lock.setInt(2, shard);
            try (ResultSet row = lock.executeQuery()) {
                return row.next() && row.getBoolean(1);
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
