package dev.socialhub.shared.testing;

import dev.socialhub.contracts.event.Event;
import dev.socialhub.contracts.event.EventCodec;
import dev.socialhub.contracts.event.EventData;
import dev.socialhub.contracts.event.EventHeaders;
import dev.socialhub.contracts.event.MalformedEvent;
import dev.socialhub.contracts.event.Topic;
import dev.socialhub.testkit.TestServers;
import io.micronaut.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Reads from Kafka and writes to it directly, without the kit. */
public final class Bus implements AutoCloseable {

    private final String brokers;
    private final EventCodec codec = new EventCodec(JsonMapper.createDefault());
    private final KafkaProducer<byte[], byte[]> producer;

    public Bus(String brokers) {
        this.brokers = brokers;
        this.producer =
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", brokers, "acks", "all"),
                        new ByteArraySerializer(),
                        new ByteArraySerializer());
    }

    /** To the servers that all tests share. */
    public Bus() {
        this(TestServers.shared().kafkaBrokers());
    }

    /** Publishes an event as the service that it comes from would. */
    public Event send(EventData data) {
        Event event = new Event(UUID.randomUUID(), Instant.now(), null, data);
        send(event);
        return event;
    }

    public void send(Event event) {
        send(event.type().topic().topicName(), event);
    }

    /** As an operator's tool does, for these groups, separated by commas. */
    public void replay(Event event, String groups) {
        send(
                event.type().topic().replayName(),
                event,
                new RecordHeader(
                        EventHeaders.REPLAY_GROUPS, groups.getBytes(StandardCharsets.UTF_8)));
    }

    public void send(String topic, String key, String value) {
        send(topic, key.getBytes(StandardCharsets.UTF_8), value.getBytes(StandardCharsets.UTF_8));
    }

    /** A record without a value, which no event is. */
    public void sendNothing(String topic, byte[] key) {
        put(topic, key, null);
    }

    public void send(String topic, byte[] key, byte[] value, Header... headers) {
        put(topic, key, value, headers);
    }

    private void put(String topic, byte[] key, byte @Nullable [] value, Header... headers) {
        try {
            producer.send(new ProducerRecord<>(topic, null, key, value, List.of(headers))).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public void send(String topic, Event event, Header... headers) {
        send(
                topic,
                event.data().partitionKey().getBytes(StandardCharsets.UTF_8),
                codec.encode(event),
                headers);
    }

    /** All that lies in a topic now, in the order of each partition. */
    public List<ConsumerRecord<byte[], byte[]>> records(String topic) {
        KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(
                        Map.of("bootstrap.servers", brokers),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer());
        try {
            List<TopicPartition> partitions =
                    consumer.partitionsFor(topic).stream()
                            .map(info -> new TopicPartition(topic, info.partition()))
                            .toList();
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

    /** The events with this subject as they travel. */
    public List<String> textsAbout(Topic topic, String subject) {
        return records(topic.topicName()).stream()
                .filter(record -> record.value() != null)
                .map(record -> new String(record.value(), StandardCharsets.UTF_8))
                .filter(text -> text.contains("\"subject\":\"" + subject + "\""))
                .toList();
    }

    /** What the events with this subject say, in their order. */
    public List<EventData> about(Topic topic, String subject) {
        return events(topic.topicName()).stream()
                .map(Event::data)
                .filter(data -> data.subject().equals(subject))
                .toList();
    }

    /** The events among them. */
    public List<Event> events(String topic) {
        return records(topic).stream().map(this::decoded).flatMap(Optional::stream).toList();
    }

    /** Empty for malformed records that other tests leave behind. */
    private Optional<Event> decoded(ConsumerRecord<byte[], byte[]> record) {
        try {
            return record.value() == null ? Optional.empty() : codec.decode(record.value());
        } catch (MalformedEvent e) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(1));
    }
}
