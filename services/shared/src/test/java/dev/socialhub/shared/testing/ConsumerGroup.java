package dev.socialhub.shared.testing;

import dev.socialhub.contracts.event.Topic;
import dev.socialhub.testkit.TestServers;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** The group of a service under test, at the Kafka that all tests share. */
public final class ConsumerGroup {

    private ConsumerGroup() {}

    /**
     * Lets a new group begin where the topics end now, so that it doesn't receive the users of
     * other tests, some of which share a username.
     */
    public static void beginAtTheEnd(String group) {
        try (Admin admin =
                Admin.create(Map.of("bootstrap.servers", TestServers.shared().kafkaBrokers()))) {
            List<String> topics =
                    Arrays.stream(Topic.values())
                            .map(Topic::topicName)
                            .filter(admin.listTopics().names().get()::contains)
                            .toList();
            Map<TopicPartition, OffsetAndMetadata> ends = ends(admin, topics);
            if (!ends.isEmpty()) {
                admin.alterConsumerGroupOffsets(group, ends).all().get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Map<TopicPartition, OffsetAndMetadata> ends(Admin admin, List<String> topics)
            throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
        for (TopicDescription topic : admin.describeTopics(topics).allTopicNames().get().values()) {
            topic.partitions()
                    .forEach(partition ->
                            asked.put(
                                    new TopicPartition(topic.name(), partition.partition()),
                                    OffsetSpec.latest()));
        }
        Map<TopicPartition, OffsetAndMetadata> ends = new HashMap<>();
        admin.listOffsets(asked)
                .all()
                .get()
                .forEach((partition, end) ->
                        ends.put(partition, new OffsetAndMetadata(end.offset())));
        return ends;
    }
}
