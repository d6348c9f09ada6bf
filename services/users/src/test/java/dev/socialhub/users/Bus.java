package dev.socialhub.users;

import dev.socialhub.backing.testing.TestServers;
import dev.socialhub.contracts.event.Event;
import dev.socialhub.contracts.event.EventCodec;
import dev.socialhub.contracts.event.EventData;
import dev.socialhub.contracts.event.Topic;
import io.micronaut.json.JsonMapper;
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
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The tests' own hands on Kafka: sends what other services would, and reads what goes out. */
final class Bus implements AutoCloseable {

    private final EventCodec codec;
    private final KafkaProducer<String, byte[]> producer;

    Bus(JsonMapper json) {
        codec = new EventCodec(json);
        producer =
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", TestServers.shared().kafkaBrokers()),
                        new StringSerializer(),
                        new ByteArraySerializer());
    }

    Event send(EventData data) {
        Event event = new Event(UUID.randomUUID(), Instant.now(), null, data);
        send(event);
        return event;
    }

    void send(Event event) {
        try {
            producer.send(
                            new ProducerRecord<>(
                                    event.type().topic().topicName(),
                                    event.data().partitionKey(),
                                    codec.encode(event)))
                    .get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Everything on the topic that is about this subject, in order. */
    List<EventData> about(Topic topic, String subject) {
        Map<String, Object> settings =
                Map.of(
                        "bootstrap.servers",
                        TestServers.shared().kafkaBrokers(),
                        "auto.offset.reset",
                        "earliest");
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(
                        settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions =
                    consumer.partitionsFor(topic.topicName()).stream()
                            .map(p ->
                                    new org.apache.kafka.common.TopicPartition(
                                            p.topic(), p.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            List<EventData> found = new ArrayList<>();
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
                for (ConsumerRecord<String, byte[]> record :
                        consumer.poll(Duration.ofMillis(200))) {
                    if (record.key().equals(subject)) {
                        codec.decode(record.value()).map(Event::data).ifPresent(found::add);
                    }
                }
            }
            return found;
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
