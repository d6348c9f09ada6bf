package dev.socialhub.messaging.outbox;

import dev.socialhub.shared.sql.SqlStatement;
import dev.socialhub.shared.trace.Spans;
import io.micronaut.context.annotation.Requires;
import io.micronaut.transaction.TransactionOperations;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.sql.Connection;
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
        try {
            SqlStatement.on(
                            connection,
                            READ,
                            SqlStatement.array("int", shards),
                            Math.ceilDiv(configuration.batchSize(), shards.size()))
                    .forEach(row -> {
                        sequences.add(row.number(1));
                        topics.add(row.text(2));
                        ProducerRecord<String, byte[]> record =
                                new ProducerRecord<>(row.text(2), row.text(3), row.bytes(4));
                        sending.begin(record, row.textOrNull(5));
                        acks.add(producer.send(record));
                    });
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
        return SqlStatement.on(connection, LOCK, LOCK_SPACE).list(row -> row.integer(1));
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
        SqlStatement.on(connection, DELETE, SqlStatement.array("bigint", sequences)).update();
    }

    @PreDestroy
    void close() {
        producer.close();
    }
}
