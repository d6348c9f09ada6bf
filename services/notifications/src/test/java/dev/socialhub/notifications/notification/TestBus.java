package dev.socialhub.notifications.notification;

import dev.socialhub.backing.testing.TestServers;
import dev.socialhub.contracts.event.Event;
import dev.socialhub.contracts.event.EventCodec;
import dev.socialhub.contracts.post.PostCreated;
import dev.socialhub.contracts.post.Visibility;
import io.micronaut.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Puts records on the bus as other services do, and looks at what came to lie there. */
final class TestBus implements AutoCloseable {

    private final EventCodec codec = new EventCodec(JsonMapper.createDefault());
    private final KafkaProducer<byte[], byte[]> producer =
            new KafkaProducer<>(
                    Map.of("bootstrap.servers", TestServers.shared().kafkaBrokers(), "acks", "all"),
                    new ByteArraySerializer(),
                    new ByteArraySerializer());

    static Event postBy(UUID author) {
        Instant now = Instant.now();
        return new Event(
                UUID.randomUUID(),
                now,
                null,
                new PostCreated(UUID.randomUUID(), author, "ada", "hi", Visibility.PUBLIC, now, 1));
    }

    void publish(Event event) {
        send(
                event.type().topic().topicName(),
                event.data().partitionKey(),
                codec.encode(event),
                "");
    }

    /** As the operator's tool does. */
    void replay(Event event, String groups) {
        send(
                event.type().topic().replayName(),
                event.data().partitionKey(),
                codec.encode(event),
                groups);
    }

    void publish(String topic, String key, String value) {
        send(topic, key, value.getBytes(StandardCharsets.UTF_8), "");
    }

    private void send(String topic, String key, byte[] value, String replayGroups) {
        ProducerRecord<byte[], byte[]> record =
                new ProducerRecord<>(topic, key.getBytes(StandardCharsets.UTF_8), value);
        if (!replayGroups.isEmpty()) {
            record.headers().add("replay-groups", replayGroups.getBytes(StandardCharsets.UTF_8));
        }
        try {
            producer.send(record).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** All that lies in a topic now. */
    List<ConsumerRecord<byte[], byte[]>> records(String topic) {
        KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(
                        Map.of("bootstrap.servers", TestServers.shared().kafkaBrokers()),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer());
        try {
            List<TopicPartition> partitions =
                    consumer.partitionsFor(topic).stream().map(TestBus::partition).toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
            while (ends.entrySet().stream()
                    .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
            return records;
        } finally {
            // Not in good order, which can take seconds.
            consumer.close(Duration.ZERO);
        }
    }

    private static TopicPartition partition(PartitionInfo info) {
        return new TopicPartition(info.topic(), info.partition());
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(2));
    }
}
