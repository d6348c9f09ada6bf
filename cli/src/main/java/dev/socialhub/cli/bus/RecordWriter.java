package dev.socialhub.cli.bus;

import dev.socialhub.cli.bus.Bus.Partition;
import dev.socialhub.cli.bus.StoredRecord.RecordHeader;
import dev.socialhub.cli.connection.Target;
import dev.socialhub.contracts.event.DeclaredTopic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Writes records in the order in which they are given. For one thread. */
public final class RecordWriter implements AutoCloseable {
    private final KafkaAnswers answers;
    private final KafkaProducer<byte[], byte[]> client;

    private RecordWriter(KafkaAnswers answers, KafkaProducer<byte[], byte[]> client) {
        this.answers = answers;
        this.client = client;
    }

    public static RecordWriter of(Target target) {
        Map<String, Object> settings = KafkaAnswers.settings(target);
        settings.remove("default.api.timeout.ms");
        settings.put("acks", "all");
        settings.put("enable.idempotence", true);
        // With several requests in flight, a restarting broker may take a later one first
        // (KAFKA-15591).
        settings.put("max.in.flight.requests.per.connection", 1);
        settings.put("linger.ms", 5);
        settings.put("compression.type", "lz4");
        settings.put("max.request.size", DeclaredTopic.LARGEST_COPY);
        settings.put("delivery.timeout.ms", 15_000);
        settings.put("max.block.ms", 15_000);
        return new RecordWriter(
                new KafkaAnswers(target),
                new KafkaProducer<>(
                        settings, new ByteArraySerializer(), new ByteArraySerializer()));
    }

    /**
     * A record to be written.
     *
     * @param partition null to choose it by the key
     */
    public record Copy(
            String topic,
            @Nullable Integer partition,
            byte @Nullable [] key,
            byte @Nullable [] value,
            List<RecordHeader> headers) {
        public Copy {
            headers = List.copyOf(headers);
        }
    }

    /**
     * Writes all of them and returns when Kafka has them.
     *
     * @return for each partition the offset behind the last one written
     */
    public Map<Partition, Long> write(List<Copy> copies) {
        List<Future<RecordMetadata>> sent = new ArrayList<>(copies.size());
        for (Copy copy : copies) {
            sent.add(answers.ask(() -> client.send(record(copy))));
        }
        answers.ask(() -> {
            client.flush();
            return sent;
        });
        Map<Partition, Long> ends = new TreeMap<>();
        for (Future<RecordMetadata> one : sent) {
            RecordMetadata metadata = answers.get(one);
            Partition partition = new Partition(metadata.topic(), metadata.partition());
            ends.merge(partition, metadata.offset() + 1, Math::max);
        }
        return ends;
    }

    /**
     * Records that Kafka doesn't have yet are discarded: later records must not overtake a failed
     * one.
     */
    @Override
    public void close() {
        client.close(Duration.ZERO);
    }

    private static ProducerRecord<byte[], byte[]> record(Copy copy) {
        ProducerRecord<byte[], byte[]> record =
                new ProducerRecord<>(copy.topic(), copy.partition(), copy.key(), copy.value());
        Headers headers = record.headers();
        copy.headers().forEach(header -> headers.add(header.name(), header.value()));
        return record;
    }
}
