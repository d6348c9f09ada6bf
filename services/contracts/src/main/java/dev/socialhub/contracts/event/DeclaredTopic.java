package dev.socialhub.contracts.event;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A topic as it should exist on the bus. Both the code that creates topics and the code that checks
 * them use this declaration.
 *
 * @param partitions the minimum; more do no harm
 * @param settings keyed by Kafka's names; a setting that isn't listed may have any value
 */
public record DeclaredTopic(String name, int partitions, Map<String, String> settings) {

    /**
     * The maximum size in bytes of a copied record: a dead letter, or a replayed record. Kafka
     * accepts records of up to a megabyte by default; a copy has more headers, so a copy of the
     * largest record would exceed that limit.
     */
    public static final int LARGEST_COPY = 2 * 1024 * 1024;

    private static final String RETENTION = "retention.ms";
    private static final String LARGEST_RECORD = "max.message.bytes";

    public DeclaredTopic {
        settings = Map.copyOf(settings);
    }

    /** The topic with this name, whether it is one of {@link #all} or not. */
    public static DeclaredTopic named(String name) {
        String retention = Long.toString(Topic.RETENTION.toMillis());
        return new DeclaredTopic(
                name,
                Topic.PARTITIONS,
                Topic.holdsCopies(name)
                        ? Map.of(
                                RETENTION,
                                retention,
                                LARGEST_RECORD,
                                Integer.toString(LARGEST_COPY))
                        : Map.of(RETENTION, retention));
    }

    /** Every live topic, its replay topic, and a dead-letter topic for each group that reads it. */
    public static List<DeclaredTopic> all() {
        return Stream.concat(
                        Arrays.stream(Topic.values())
                                .flatMap(topic -> Stream.of(topic.topicName(), topic.replayName())),
                        deadLetters().stream())
                .sorted()
                .map(DeclaredTopic::named)
                .toList();
    }

    /** Names of the topics for events that a group could never handle. */
    public static List<String> deadLetters() {
        return Arrays.stream(ConsumerGroup.values())
                .flatMap(group ->
                        group.topics().stream()
                                .map(topic -> topic.deadLetterName(group.groupName())))
                .sorted()
                .toList();
    }
}
