package dev.socialhub.messaging.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerPartitionAssignor.GroupSubscription;
import org.apache.kafka.clients.consumer.ConsumerPartitionAssignor.Subscription;
import org.apache.kafka.common.Cluster;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

/** Which consumer of a group reads which partition, when partitions have gone. */
class ExistingPartitionsAssignorTest {

    private static final Node BROKER = new Node(1, "127.0.0.1", 9092);

    private final ExistingPartitionsAssignor assignor = new ExistingPartitionsAssignor();

    @Test
    void assignsTheRemainingPartitionsOfATopicThatHasShrunk() {
        Map<String, List<TopicPartition>> assigned =
                assign(1, Map.of("a", partitions(0, 3), "b", partitions(3, 6)));
        assertThat(assigned).isEqualTo(Map.of("a", partitions(0, 1), "b", List.of()));
    }

    @Test
    void assignsAllPartitionsOfATopicThatHasGrownAgain() {
        Map<String, List<TopicPartition>> assigned =
                assign(6, Map.of("a", partitions(0, 1), "b", List.of()));
        assertThat(assigned.get("a")).hasSize(3).contains(new TopicPartition("topic", 0));
        assertThat(assigned.get("b")).hasSize(3);
    }

    @Test
    void leavesWhatExistsWhereItIs() {
        Map<String, List<TopicPartition>> owned =
                Map.of("a", partitions(3, 6), "b", partitions(0, 3));
        assertThat(assign(6, owned)).isEqualTo(owned);
    }

    private Map<String, List<TopicPartition>> assign(
            int existing, Map<String, List<TopicPartition>> owned) {
        Cluster cluster =
                new Cluster(
                        "cluster",
                        List.of(BROKER),
                        partitions(0, existing).stream().map(this::info).toList(),
                        Set.of(),
                        Set.of());
        Map<String, Subscription> members = new HashMap<>();
        owned.forEach((member, partitions) ->
                members.put(
                        member,
                        new Subscription(List.of("topic"), null, partitions, 1, Optional.empty())));
        Map<String, List<TopicPartition>> assigned = new HashMap<>();
        assignor.assign(cluster, new GroupSubscription(members))
                .groupAssignment()
                .forEach((member, assignment) -> assigned.put(member, assignment.partitions()));
        return assigned;
    }

    private PartitionInfo info(TopicPartition partition) {
        Node[] replicas = {BROKER};
        return new PartitionInfo(
                partition.topic(), partition.partition(), BROKER, replicas, replicas);
    }

    private static List<TopicPartition> partitions(int from, int to) {
        return IntStream.range(from, to).mapToObj(one -> new TopicPartition("topic", one)).toList();
    }
}
