package dev.socialhub.messaging.inbox;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.common.Cluster;
import org.apache.kafka.common.TopicPartition;

/**
 * The cooperative sticky assignor, told only of partitions that exist. When a topic is deleted and
 * created with fewer partitions, the consumers still report the old ones as owned; Kafka's assignor
 * counts these and then fails at every poll ("No more unfilled consumers to be assigned").
 */
public final class ExistingPartitionsAssignor extends CooperativeStickyAssignor {

    @Override
    public GroupAssignment assign(Cluster metadata, GroupSubscription group) {
        Map<String, Subscription> subscriptions = new HashMap<>();
        group.groupSubscription()
                .forEach((member, subscription) ->
                        subscriptions.put(member, existing(metadata, subscription)));
        return super.assign(metadata, new GroupSubscription(subscriptions));
    }

    private static Subscription existing(Cluster metadata, Subscription subscription) {
        List<TopicPartition> owned =
                subscription.ownedPartitions().stream()
                        .filter(partition -> metadata.partition(partition) != null)
                        .toList();
        Subscription existing =
                new Subscription(
                        subscription.topics(),
                        subscription.userData(),
                        owned,
                        subscription.generationId().orElse(DEFAULT_GENERATION),
                        subscription.rackId());
        existing.setGroupInstanceId(subscription.groupInstanceId());
        return existing;
    }
}
