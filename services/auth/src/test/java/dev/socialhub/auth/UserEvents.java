package dev.socialhub.auth;

import dev.socialhub.backing.testing.TestServers;
import dev.socialhub.contracts.event.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** What stands on the topic of users. */
final class UserEvents {

    private UserEvents() {}

    /** The JSON of every event with this key, in order. */
    static List<String> about(String userId) {
        Map<String, Object> settings =
                Map.of(
                        "bootstrap.servers",
                        TestServers.shared().kafkaBrokers(),
                        "auto.offset.reset",
                        "earliest");
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(
                        settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions =
                    consumer.partitionsFor(Topic.USER.topicName()).stream()
                            .map(p -> new TopicPartition(p.topic(), p.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<String> found = new ArrayList<>();
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
                for (ConsumerRecord<String, byte[]> record :
                        consumer.poll(Duration.ofMillis(200))) {
                    if (record.key().equals(userId)) {
                        found.add(new String(record.value(), StandardCharsets.UTF_8));
                    }
                }
            }
            return found;
        }
    }
}
