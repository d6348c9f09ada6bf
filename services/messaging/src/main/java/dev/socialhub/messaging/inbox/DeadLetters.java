package dev.socialhub.messaging.inbox;

import dev.socialhub.contracts.event.DeclaredTopic;
import dev.socialhub.contracts.event.EventHeaders;
import dev.socialhub.contracts.event.Topic;
import dev.socialhub.messaging.kafka.KafkaConfiguration;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Puts a record that can never be handled aside, as it was, with the reason in its headers. */
final class DeadLetters implements AutoCloseable {

    /** A parser may quote the whole record, which then would not fit into a letter any more. */
    private static final int LONGEST_REASON = 500;

    private final String group;
    private final Producer<byte[], byte[]> producer;

    DeadLetters(String group, KafkaConfiguration kafka) {
        this.group = group;
        Map<String, Object> settings = new HashMap<>(kafka.clientSettings());
        settings.put("acks", "all");
        settings.put("max.request.size", DeclaredTopic.LARGEST_COPY);
        settings.put("delivery.timeout.ms", (int) kafka.deliveryTimeout().toMillis());
        settings.put("request.timeout.ms", (int) kafka.deliveryTimeout().toMillis() / 2);
        settings.put("max.block.ms", kafka.deliveryTimeout().toMillis() / 2);
        this.producer =
                new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** Returns once Kafka has it. */
    void put(ConsumerRecord<byte[], byte[]> record, String reason) throws InterruptedException {
        Topic topic = Topic.named(record.topic()).orElseThrow();
        ProducerRecord<byte[], byte[]> letter =
                new ProducerRecord<>(
                        topic.deadLetterName(group),
                        null,
                        record.key(),
                        record.value(),
                        record.headers());
        address(letter.headers(), record);
        String brief = reason.substring(0, Math.min(reason.length(), LONGEST_REASON));
        put(letter.headers(), EventHeaders.DEAD_LETTER_REASON, brief);
        try {
            producer.send(letter).get();
        } catch (ExecutionException e) {
            throw new NotPutAside(e.getCause());
        }
    }

    /**
     * Leaves of the headers what a retry has to know: where the record stood when it failed for the
     * first time, and whether it was played again, but for nobody else than this group.
     */
    private void address(Headers headers, ConsumerRecord<byte[], byte[]> record) {
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

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(2));
    }

    /** Kafka did not take the letter: the record has to come again. */
    static final class NotPutAside extends RetriableException {
        NotPutAside(@Nullable Throwable cause) {
            super(cause);
        }
    }
}
