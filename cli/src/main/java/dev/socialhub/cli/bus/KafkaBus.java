package dev.socialhub.cli.bus;

import dev.socialhub.cli.connection.Target;
import dev.socialhub.contracts.event.DeclaredTopic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.LogDirDescription;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.ConsumerGroupState;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** The bus itself, queried by Kafka's own client. Safe for use by many threads. */
public final class KafkaBus implements Bus {
    private static final short REPLICAS = 1;

    private final KafkaAnswers answers;
    private final Admin admin;

    private KafkaBus(KafkaAnswers answers, Admin admin) {
        this.answers = answers;
        this.admin = admin;
    }

    /** The bus of a platform; connects on first use. */
    public static KafkaBus of(Target target) {
        return new KafkaBus(new KafkaAnswers(target), Admin.create(KafkaAnswers.settings(target)));
    }

    @Override
    public Cluster cluster() {
        Collection<Node> nodes = get(admin.describeCluster().nodes());
        Map<Integer, Map<String, LogDirDescription>> folders =
                get(admin.describeLogDirs(nodes.stream().map(Node::id).toList()).allDescriptions());
        List<String> offline = new ArrayList<>();
        folders.forEach((broker, descriptions) ->
                descriptions.forEach((folder, description) -> {
                    if (description.error() != null) {
                        offline.add(folder + " (" + description.error().getMessage() + ")");
                    }
                }));
        return new Cluster(nodes.size(), offline);
    }

    @Override
    public Map<String, FoundTopic> topics(Collection<String> names) {
        Map<String, TopicDescription> existing = describe(names);
        List<ConfigResource> resources =
                existing.keySet().stream().map(KafkaBus::resource).toList();
        Map<ConfigResource, Config> settings = get(admin.describeConfigs(resources).all());
        return existing.values().stream()
                .collect(
                        Collectors.toMap(
                                TopicDescription::name,
                                topic ->
                                        new FoundTopic(
                                                topic.name(),
                                                topic.partitions().size(),
                                                values(settings, topic.name()))));
    }

    @Override
    public Map<String, Long> records(Collection<String> names) {
        List<TopicPartition> partitions = partitions(names);
        Map<TopicPartition, Long> first = offsets(partitions, OffsetSpec.earliest());
        Map<TopicPartition, Long> next = offsets(partitions, OffsetSpec.latest());
        Map<String, Long> records = new HashMap<>();
        first.forEach((partition, begin) ->
                records.merge(
                        partition.topic(), next.getOrDefault(partition, begin) - begin, Long::sum));
        return records;
    }

    @Override
    public Optional<Group> group(String name) {
        ConsumerGroupDescription found =
                Objects.requireNonNull(
                        get(admin.describeConsumerGroups(List.of(name)).all()).get(name));
        if (found.state() == ConsumerGroupState.DEAD) {
            return Optional.empty();
        }
        Set<Partition> assigned =
                found.members().stream()
                        .flatMap(member -> member.assignment().topicPartitions().stream())
                        .map(part -> new Partition(part.topic(), part.partition()))
                        .collect(Collectors.toSet());
        return Optional.of(new Group(found.state().toString(), found.members().size(), assigned));
    }

    @Override
    public long lag(String group, Collection<String> topics) {
        List<TopicPartition> partitions = partitions(topics);
        Map<TopicPartition, Long> first = offsets(partitions, OffsetSpec.earliest());
        Map<TopicPartition, Long> next = offsets(partitions, OffsetSpec.latest());
        var committed =
                get(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata(group));
        return first.entrySet().stream()
                .mapToLong(oldest -> {
                    var offset = committed.get(oldest.getKey());
                    // A partition without a committed offset counts from the oldest record, as for
                    // consumers.
                    long handled = offset == null ? oldest.getValue() : offset.offset();
                    return Math.max(0, next.getOrDefault(oldest.getKey(), handled) - handled);
                })
                .sum();
    }

    @Override
    public long behind(String group, Map<Partition, Long> ends) {
        if (ends.isEmpty()) {
            return 0;
        }
        List<TopicPartition> partitions = ends.keySet().stream().map(KafkaBus::kafka).toList();
        Map<TopicPartition, Long> first = offsets(partitions, OffsetSpec.earliest());
        var committed =
                get(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata(group));
        return ends.entrySet().stream()
                .mapToLong(end -> {
                    TopicPartition partition = kafka(end.getKey());
                    long oldest = first.getOrDefault(partition, 0L);
                    var offset = committed.get(partition);
                    // A record that has been removed can't be handled, and needn't be waited for.
                    long passed = offset == null ? oldest : Math.max(oldest, offset.offset());
                    return Math.max(0, end.getValue() - passed);
                })
                .sum();
    }

    @Override
    public void discard(Map<Partition, Long> ends) {
        Map<TopicPartition, RecordsToDelete> before = new HashMap<>();
        ends.forEach((partition, end) ->
                before.put(kafka(partition), RecordsToDelete.beforeOffset(end)));
        get(admin.deleteRecords(before).all());
    }

    @Override
    public void create(DeclaredTopic topic) {
        NewTopic wanted =
                new NewTopic(topic.name(), topic.partitions(), REPLICAS).configs(topic.settings());
        get(admin.createTopics(List.of(wanted)).all());
    }

    @Override
    public void addPartitions(DeclaredTopic topic) {
        Map<String, NewPartitions> wanted =
                Map.of(topic.name(), NewPartitions.increaseTo(topic.partitions()));
        get(admin.createPartitions(wanted).all());
    }

    @Override
    public void set(DeclaredTopic topic, String setting) {
        ConfigEntry entry = new ConfigEntry(setting, topic.settings().get(setting));
        AlterConfigOp set = new AlterConfigOp(entry, AlterConfigOp.OpType.SET);
        get(admin.incrementalAlterConfigs(Map.of(resource(topic.name()), List.of(set))).all());
    }

    @Override
    public AllTopics allTopics() {
        return new KafkaTopics(answers, admin);
    }

    @Override
    public AllGroups allGroups() {
        return new KafkaGroups(answers, admin);
    }

    @Override
    public void close() {
        admin.close(Duration.ZERO);
    }

    private Map<String, TopicDescription> describe(Collection<String> names) {
        Map<String, TopicDescription> existing = new HashMap<>();
        admin.describeTopics(names)
                .topicNameValues()
                .forEach((name, future) -> find(future).ifPresent(it -> existing.put(name, it)));
        return existing;
    }

    private Optional<TopicDescription> find(KafkaFuture<TopicDescription> future) {
        try {
            return Optional.of(future.get());
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof UnknownTopicOrPartitionException) {
                return Optional.empty();
            }
            throw answers.unavailable(failure.getCause());
        } catch (InterruptedException interrupted) {
            throw KafkaAnswers.interrupted(interrupted);
        }
    }

    private List<TopicPartition> partitions(Collection<String> names) {
        return describe(names).values().stream()
                .flatMap(topic ->
                        topic.partitions().stream()
                                .map(part -> new TopicPartition(topic.name(), part.partition())))
                .toList();
    }

    private Map<TopicPartition, Long> offsets(List<TopicPartition> partitions, OffsetSpec spec) {
        Map<TopicPartition, OffsetSpec> wanted =
                partitions.stream().collect(Collectors.toMap(part -> part, _ -> spec));
        Map<TopicPartition, Long> offsets = new HashMap<>();
        get(admin.listOffsets(wanted).all())
                .forEach((part, found) -> offsets.put(part, found.offset()));
        return offsets;
    }

    private static TopicPartition kafka(Partition partition) {
        return new TopicPartition(partition.topic(), partition.number());
    }

    private static ConfigResource resource(String topic) {
        return new ConfigResource(ConfigResource.Type.TOPIC, topic);
    }

    private static Map<String, String> values(Map<ConfigResource, Config> settings, String topic) {
        return settings.getOrDefault(resource(topic), new Config(List.of())).entries().stream()
                .filter(entry -> entry.value() != null)
                .collect(Collectors.toMap(ConfigEntry::name, ConfigEntry::value));
    }

    private <T> T get(KafkaFuture<T> answer) {
        return answers.get(answer);
    }
}
