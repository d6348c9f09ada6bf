package dev.socialhub.messaging.outbox;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;

/**
 * A producer that sends nothing after a record that it gave up. Kafka's own producer continues with
 * the next batch of the partition, so a broker that comes back between the expiry of two batches
 * would get the later one first.
 */
final class FailFastProducer {

    private final Producer<String, byte[]> producer;
    private final AtomicBoolean broken = new AtomicBoolean();

    FailFastProducer(Producer<String, byte[]> producer) {
        this.producer = producer;
    }

    /**
     * Hands a record to the producer's buffer.
     *
     * @throws IllegalStateException when a record was given up before
     */
    Future<RecordMetadata> send(ProducerRecord<String, byte[]> record) {
        return producer.send(record, (sent, error) -> stopAt(error));
    }

    /** Runs on the thread that sends, before it turns to the next batch. */
    private void stopAt(@Nullable Exception error) {
        if (error != null && broken.compareAndSet(false, true)) {
            producer.close(Duration.ZERO);
        }
    }

    void close(Duration atMost) {
        producer.close(atMost);
    }
}
