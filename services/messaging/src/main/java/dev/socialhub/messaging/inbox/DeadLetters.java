package dev.socialhub.messaging.inbox;

import dev.socialhub.contracts.event.EventHeaders;
import dev.socialhub.contracts.event.Topic;
import io.micronaut.configuration.kafka.ProducerRegistry;
import io.micronaut.core.type.Argument;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** Puts a record that can never be handled aside, as it was, with the reason in its headers. */
@Singleton
final class DeadLetters {

    /** The producer's name under {@code kafka.producers}. */
    private static final String PRODUCER = "dead-letters";

    /** A parser may quote the whole record, which would then no longer fit into a dead letter. */
    private static final int MAX_REASON_LENGTH = 500;

    private final ProducerRegistry producers;

    DeadLetters(ProducerRegistry producers) {
        this.producers = producers;
    }

    /** Returns once Kafka has it. */
    void put(String group, ConsumerRecord<byte[], byte[]> record, String reason)
            throws InterruptedException {
        Topic topic = Topic.named(record.topic()).orElseThrow();
        ProducerRecord<byte[], byte[]> deadLetter =
                new ProducerRecord<>(
                        topic.deadLetterName(group),
                        null,
                        record.key(),
                        record.value(),
                        record.headers());
        address(group, deadLetter.headers(), record);
        String brief = reason.substring(0, Math.min(reason.length(), MAX_REASON_LENGTH));
        put(deadLetter.headers(), EventHeaders.DEAD_LETTER_REASON, brief);
        try {
            producer().send(deadLetter).get();
        } catch (ExecutionException e) {
            throw new NotPutAside(e.getCause());
        }
    }

    /**
     * Reduces the headers to what a retry needs: where the record was when it failed for the first
     * time, and whether it was replayed. They address this group alone.
     */
    private static void address(
            String group, Headers headers, ConsumerRecord<byte[], byte[]> record) {
        boolean replayed = Addressees.replayTo(record, group);
        String known =
                Addressees.isLive(record)
                        ? null
                        : Addressees.header(record, EventHeaders.DEAD_LETTER_ORIGIN);
        headers.remove(EventHeaders.RETRY_GROUP).remove(EventHeaders.REPLAY_GROUPS);
        if (replayed) {
            put(headers, EventHeaders.REPLAY_GROUPS, group);
        } else {
            headers.remove(EventHeaders.REPLAY_ID);
        }
        put(
                headers,
                EventHeaders.DEAD_LETTER_ORIGIN,
                known == null
                        ? record.topic() + "-" + record.partition() + "@" + record.offset()
                        : known);
    }

    private static void put(Headers headers, String name, String value) {
        headers.remove(name).add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    /** Created for the first dead letter, so that a service starts without Kafka. */
    private Producer<byte[], byte[]> producer() {
        return producers.getProducer(
                PRODUCER, Argument.of(byte[].class), Argument.of(byte[].class));
    }

    /** Kafka did not take the dead letter: the record has to come again. */
    static final class NotPutAside extends RetriableException {
        NotPutAside(@Nullable Throwable cause) {
            super(cause);
        }
    }
}
