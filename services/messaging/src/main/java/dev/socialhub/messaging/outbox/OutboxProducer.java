package dev.socialhub.messaging.outbox;

import io.micronaut.configuration.kafka.ProducerRegistry;
import io.micronaut.configuration.kafka.TransactionalProducerRegistry;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.type.Argument;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/** The idempotent producer, made on first use so that a service starts without Kafka. */
@Singleton
@Requires(beans = Outbox.class, classes = Producer.class)
final class OutboxProducer {

    /** The producer's name under {@code kafka.producers}. */
    private static final String NAME = "outbox";

    private final ProducerRegistry producers;
    private final TransactionalProducerRegistry closing;
    private @Nullable Producer<String, byte[]> client;
    private @Nullable FailFastProducer producer;

    /**
     * @param closing the only one of the library's two registries that forgets a producer, and so
     *     has the next one made anew
     */
    OutboxProducer(ProducerRegistry producers, TransactionalProducerRegistry closing) {
        this.producers = producers;
        this.closing = closing;
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
                client =
                        producers.getProducer(
                                NAME, Argument.of(String.class), Argument.of(byte[].class));
                producer = new FailFastProducer(client);
            }
            return producer.send(record);
        } catch (KafkaException | IllegalStateException e) {
            throw new DeliveryFailed(e);
        }
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
            closing.close(Objects.requireNonNull(client));
        }
    }
}
