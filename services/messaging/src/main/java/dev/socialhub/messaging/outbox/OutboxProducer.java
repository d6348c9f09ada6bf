package dev.socialhub.messaging.outbox;

import dev.socialhub.messaging.kafka.KafkaConfiguration;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** The idempotent producer, made on first use so that a service starts without Kafka. */
@Singleton
@Requires(beans = Outbox.class, classes = Producer.class)
final class OutboxProducer {

    private final KafkaConfiguration kafka;
    private @Nullable UnbrokenProducer producer;

    OutboxProducer(KafkaConfiguration kafka) {
        this.kafka = kafka;
    }

    /**
     * Hands a record to the producer's buffer.
     *
     * @throws DeliveryFailed when the buffer is full, the topic unknown for too long, or a record
     *     before this one was given up
     */
    synchronized Future<RecordMetadata> send(ProducerRecord<String, byte[]> record) {
        try {
            if (producer == null) {
                producer = create();
            }
            return producer.send(record);
        } catch (KafkaException | IllegalStateException e) {
            throw new DeliveryFailed(e);
        }
    }

    private UnbrokenProducer create() {
        Map<String, Object> settings = new HashMap<>(kafka.clientSettings());
        int deliveryTimeout = (int) kafka.deliveryTimeout().toMillis();
        settings.put("acks", "all");
        settings.put("enable.idempotence", true);
        // A broker that has just started refuses a batch of a partition that it doesn't lead yet.
        // It would take the one behind it, whatever its sequence is, if it knows nothing of us.
        settings.put("max.in.flight.requests.per.connection", 1);
        settings.put("compression.type", "lz4");
        settings.put("batch.size", 64 * 1024);
        settings.put("linger.ms", 2);
        settings.put("delivery.timeout.ms", deliveryTimeout);
        settings.put("request.timeout.ms", deliveryTimeout / 2);
        settings.put("max.block.ms", deliveryTimeout / 2);
        // Nobody reads them, and a producer closed on its own thread trips over sending them.
        settings.put("enable.metrics.push", false);
        return new UnbrokenProducer(
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer()));
    }

    /**
     * Drops what was handed over and not yet sent. It will come again from the outbox; left in the
     * buffer, its later part might overtake its earlier one.
     */
    void abandon() {
        close(Duration.ZERO);
    }

    void close() {
        close(Duration.ofSeconds(2));
    }

    private synchronized void close(Duration atMost) {
        if (producer != null) {
            producer.close(atMost);
            producer = null;
        }
    }
}
