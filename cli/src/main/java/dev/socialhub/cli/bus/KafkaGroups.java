package dev.socialhub.cli.bus;

import dev.socialhub.cli.bus.Bus.Partition;
import dev.socialhub.cli.terminal.ExitCode;
import dev.socialhub.cli.terminal.OperatorError;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.ConsumerGroupListing;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.ConsumerGroupState;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.GroupNotEmptyException;
import org.apache.kafka.common.errors.UnknownMemberIdException;

/** The consumer groups as Kafka's own client reports them. */
final class KafkaGroups implements AllGroups {
    private final KafkaAnswers answers;
    private final Admin admin;

    KafkaGroups(KafkaAnswers answers, Admin admin) {
        this.answers = answers;
        this.admin = admin;
    }

    @Override
    public List<GroupDetails> list() {
        return details(
                answers.get(admin.listConsumerGroups().all()).stream()
                        .map(ConsumerGroupListing::groupId)
                        .sorted()
                        .toList());
    }

    @Override
    public Optional<GroupDetails> find(String name) {
        return details(List.of(name)).stream().findFirst();
    }

    @Override
    public void move(String name, Map<Partition, Long> offsets) {
        Map<TopicPartition, OffsetAndMetadata> wanted =
                offsets.entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        one ->
                                                new TopicPartition(
                                                        one.getKey().topic(),
                                                        one.getKey().number()),
                                        one -> new OffsetAndMetadata(one.getValue())));
        try {
            admin.alterConsumerGroupOffsets(name, wanted).all().get();
        } catch (ExecutionException failure) {
            throw switch (failure.getCause()) {
                case GroupNotEmptyException busy -> hasMembers(name, busy);
                // The errors with which Kafka rejects new offsets for a group that is no longer
                // empty.
                case UnknownMemberIdException busy -> hasMembers(name, busy);
                case null, default -> answers.unavailable(failure.getCause());
            };
        } catch (InterruptedException interrupted) {
            throw KafkaAnswers.interrupted(interrupted);
        }
    }

    private static OperatorError hasMembers(String name, Exception cause) {
        return new OperatorError(
                ExitCode.REFUSED,
                "a consumer joined group %s in the meantime, so nothing was changed"
                        .formatted(name),
                "see `socialhubctl groups list`",
                cause);
    }

    private List<GroupDetails> details(Collection<String> names) {
        if (names.isEmpty()) {
            return List.of();
        }
        Map<String, Map<TopicPartition, OffsetAndMetadata>> committed =
                answers.get(
                        admin.listConsumerGroupOffsets(
                                        names.stream()
                                                .collect(
                                                        Collectors.toMap(
                                                                name -> name,
                                                                _ ->
                                                                        new ListConsumerGroupOffsetsSpec())))
                                .all());
        List<GroupDetails> all = new ArrayList<>();
        new TreeMap<>(admin.describeConsumerGroups(names).describedGroups())
                .forEach((name, answer) ->
                        describe(answer)
                                .ifPresent(group ->
                                        all.add(
                                                details(
                                                        group,
                                                        committed.getOrDefault(name, Map.of())))));
        return all;
    }

    private Optional<ConsumerGroupDescription> describe(Future<ConsumerGroupDescription> answer) {
        try {
            ConsumerGroupDescription group = answer.get();
            return group.state() == ConsumerGroupState.DEAD ? Optional.empty() : Optional.of(group);
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof GroupIdNotFoundException) {
                return Optional.empty();
            }
            throw answers.unavailable(failure.getCause());
        } catch (InterruptedException interrupted) {
            throw KafkaAnswers.interrupted(interrupted);
        }
    }

    private static GroupDetails details(
            ConsumerGroupDescription group, Map<TopicPartition, OffsetAndMetadata> committed) {
        Map<Partition, Long> offsets = new TreeMap<>();
        committed.forEach((partition, offset) -> {
            // For a partition without an offset, Kafka returns null.
            if (offset != null) {
                offsets.put(partition(partition), offset.offset());
            }
        });
        return new GroupDetails(
                group.groupId(),
                group.state().toString(),
                group.members().stream().map(KafkaGroups::member).toList(),
                offsets);
    }

    private static Member member(MemberDescription member) {
        return new Member(
                member.clientId(),
                member.host(),
                member.assignment().topicPartitions().stream()
                        .map(KafkaGroups::partition)
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    private static Partition partition(TopicPartition partition) {
        return new Partition(partition.topic(), partition.partition());
    }
}
