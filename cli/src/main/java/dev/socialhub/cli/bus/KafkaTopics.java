package dev.socialhub.cli.bus;

import dev.socialhub.cli.bus.Bus.Partition;
import dev.socialhub.cli.bus.RecordReader.Range;
import dev.socialhub.cli.terminal.ExitCode;
import dev.socialhub.cli.terminal.OperatorError;
import dev.socialhub.cli.terminal.Printable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.ConfigEntry.ConfigSource;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.InvalidConfigurationException;
import org.apache.kafka.common.errors.InvalidPartitionsException;
import org.apache.kafka.common.errors.InvalidRequestException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.PolicyViolationException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;

/** The topics as Kafka's own client reports them. */
final class KafkaTopics implements AllTopics {
    private static final String RETENTION = "retention.ms";

    private final KafkaAnswers answers;
    private final Admin admin;

    KafkaTopics(KafkaAnswers answers, Admin admin) {
        this.answers = answers;
        this.admin = admin;
    }

    @Override
    public List<TopicDetails> list() {
        ListTopicsOptions all = new ListTopicsOptions().listInternal(true);
        return details(describe(answers.get(admin.listTopics(all).names())));
    }

    @Override
    public Optional<TopicDetails> find(String name) {
        return details(describe(List.of(name))).stream().findFirst();
    }

    @Override
    public Map<Partition, Range> ranges(Collection<String> topics) {
        List<TopicPartition> partitions = partitions(describe(topics));
        Map<TopicPartition, ListOffsetsResultInfo> first =
                offsets(partitions, OffsetSpec.earliest());
        Map<TopicPartition, ListOffsetsResultInfo> next = offsets(partitions, OffsetSpec.latest());
        Map<Partition, Range> ranges = new TreeMap<>();
        for (TopicPartition one : partitions) {
            ranges.put(partition(one), range(first.get(one), next.get(one)));
        }
        return ranges;
    }

    @Override
    public Map<Partition, Long> since(Map<Partition, Range> ranges, Instant time) {
        List<TopicPartition> partitions = ranges.keySet().stream().map(KafkaTopics::kafka).toList();
        Map<TopicPartition, ListOffsetsResultInfo> found =
                offsets(partitions, OffsetSpec.forTimestamp(time.toEpochMilli()));
        Map<Partition, Long> offsets = new TreeMap<>();
        ranges.forEach((partition, range) -> {
            ListOffsetsResultInfo at = found.get(kafka(partition));
            // No record is that recent: the partition ends before that time.
            long first = at == null || at.offset() < 0 ? range.to() : at.offset();
            offsets.put(partition, Math.max(range.from(), first));
        });
        return offsets;
    }

    @Override
    public void create(String name, int partitions, Map<String, String> settings) {
        NewTopic wanted = new NewTopic(name, Optional.of(partitions), Optional.empty());
        change(name, admin.createTopics(List.of(wanted.configs(settings))).all());
    }

    @Override
    public void addPartitions(String name, int partitions) {
        change(
                name,
                admin.createPartitions(Map.of(name, NewPartitions.increaseTo(partitions))).all());
    }

    @Override
    public void set(String name, Map<String, String> settings) {
        List<AlterConfigOp> changes =
                settings.entrySet().stream()
                        .map(one ->
                                new AlterConfigOp(
                                        new ConfigEntry(one.getKey(), one.getValue()),
                                        AlterConfigOp.OpType.SET))
                        .toList();
        change(name, admin.incrementalAlterConfigs(Map.of(resource(name), changes)).all());
    }

    @Override
    public void delete(String name) {
        change(name, admin.deleteTopics(List.of(name)).all());
    }

    /** A request that Kafka rejects doesn't mean that Kafka is unavailable. */
    private void change(String topic, Future<?> answer) {
        try {
            answer.get();
        } catch (ExecutionException failure) {
            throw switch (failure.getCause()) {
                case InvalidTopicException wrong -> refused(topic, wrong);
                case InvalidPartitionsException wrong -> refused(topic, wrong);
                case InvalidConfigurationException wrong -> refused(topic, wrong);
                case InvalidRequestException wrong -> refused(topic, wrong);
                case PolicyViolationException wrong -> refused(topic, wrong);
                case TopicExistsException wrong -> refused(topic, wrong);
                case UnknownTopicOrPartitionException wrong -> refused(topic, wrong);
                case null, default -> answers.unavailable(failure.getCause());
            };
        } catch (InterruptedException interrupted) {
            throw KafkaAnswers.interrupted(interrupted);
        }
    }

    private static OperatorError refused(String topic, Exception reason) {
        return new OperatorError(
                ExitCode.FAILED,
                "Kafka rejected the change of topic %s (%s)"
                        .formatted(Printable.line(topic), reason.getMessage()),
                "see `socialhubctl topics list`",
                reason);
    }

    private List<TopicDetails> details(List<TopicDescription> topics) {
        List<TopicPartition> partitions = partitions(topics);
        Map<TopicPartition, ListOffsetsResultInfo> first =
                offsets(partitions, OffsetSpec.earliest());
        Map<TopicPartition, ListOffsetsResultInfo> next = offsets(partitions, OffsetSpec.latest());
        Map<TopicPartition, ListOffsetsResultInfo> oldest =
                offsets(partitions, OffsetSpec.forTimestamp(0));
        Map<TopicPartition, ListOffsetsResultInfo> newest =
                offsets(partitions, OffsetSpec.maxTimestamp());
        Map<TopicPartition, Long> bytes = partitions.isEmpty() ? Map.of() : bytes();
        Map<ConfigResource, Config> settings =
                answers.get(
                        admin.describeConfigs(
                                        topics.stream().map(one -> resource(one.name())).toList())
                                .all());
        List<TopicDetails> all = new ArrayList<>();
        for (TopicDescription topic : topics) {
            List<PartitionDetails> parts = new ArrayList<>();
            for (TopicPartitionInfo part : topic.partitions()) {
                TopicPartition one = new TopicPartition(topic.name(), part.partition());
                parts.add(
                        new PartitionDetails(
                                part.partition(),
                                leader(part.leader()),
                                range(first.get(one), next.get(one)),
                                bytes.get(one),
                                time(oldest.get(one)),
                                time(newest.get(one))));
            }
            Config config = settings.getOrDefault(resource(topic.name()), new Config(List.of()));
            all.add(
                    new TopicDetails(
                            topic.name(),
                            topic.isInternal(),
                            parts,
                            own(config),
                            retention(config)));
        }
        return all;
    }

    private List<TopicDescription> describe(Collection<String> names) {
        List<TopicDescription> found = new ArrayList<>();
        for (Future<TopicDescription> answer :
                admin.describeTopics(names).topicNameValues().values()) {
            try {
                found.add(answer.get());
            } catch (ExecutionException failure) {
                boolean unknown =
                        failure.getCause() instanceof UnknownTopicOrPartitionException
                                || failure.getCause() instanceof InvalidTopicException;
                if (!unknown) {
                    throw answers.unavailable(failure.getCause());
                }
            } catch (InterruptedException interrupted) {
                throw KafkaAnswers.interrupted(interrupted);
            }
        }
        found.sort(Comparator.comparing(TopicDescription::name));
        return found;
    }

    private Map<TopicPartition, ListOffsetsResultInfo> offsets(
            List<TopicPartition> partitions, OffsetSpec spec) {
        if (partitions.isEmpty()) {
            return Map.of();
        }
        Map<TopicPartition, OffsetSpec> wanted =
                partitions.stream().collect(Collectors.toMap(part -> part, _ -> spec));
        return answers.get(admin.listOffsets(wanted).all());
    }

    /** The size of each partition, on the disk where it takes most: a follower may be behind. */
    private Map<TopicPartition, Long> bytes() {
        List<Integer> brokers =
                answers.get(admin.describeCluster().nodes()).stream().map(Node::id).toList();
        Map<TopicPartition, Long> bytes = new HashMap<>();
        answers.get(admin.describeLogDirs(brokers).allDescriptions())
                .values()
                .forEach(folders ->
                        folders.values()
                                .forEach(folder ->
                                        folder.replicaInfos()
                                                .forEach((one, replica) ->
                                                        bytes.merge(
                                                                one, replica.size(), Math::max))));
        return bytes;
    }

    private static Map<String, String> own(Config config) {
        return config.entries().stream()
                .filter(entry -> entry.source() == ConfigSource.DYNAMIC_TOPIC_CONFIG)
                .filter(entry -> entry.value() != null)
                .collect(Collectors.toMap(ConfigEntry::name, ConfigEntry::value));
    }

    private static long retention(Config config) {
        ConfigEntry entry = config.get(RETENTION);
        return entry == null || entry.value() == null ? -1 : Long.parseLong(entry.value());
    }

    private static Range range(
            @Nullable ListOffsetsResultInfo first, @Nullable ListOffsetsResultInfo next) {
        long from = first == null ? 0 : first.offset();
        return new Range(from, next == null ? from : next.offset());
    }

    private static @Nullable Integer leader(@Nullable Node leader) {
        return leader == null || leader.isEmpty() ? null : leader.id();
    }

    private static @Nullable Instant time(@Nullable ListOffsetsResultInfo found) {
        return found == null || found.timestamp() < 0
                ? null
                : Instant.ofEpochMilli(found.timestamp());
    }

    private static List<TopicPartition> partitions(List<TopicDescription> topics) {
        return topics.stream()
                .flatMap(topic ->
                        topic.partitions().stream()
                                .map(part -> new TopicPartition(topic.name(), part.partition())))
                .toList();
    }

    private static ConfigResource resource(String topic) {
        return new ConfigResource(ConfigResource.Type.TOPIC, topic);
    }

    private static Partition partition(TopicPartition partition) {
        return new Partition(partition.topic(), partition.partition());
    }

    private static TopicPartition kafka(Partition partition) {
        return new TopicPartition(partition.topic(), partition.number());
    }
}
