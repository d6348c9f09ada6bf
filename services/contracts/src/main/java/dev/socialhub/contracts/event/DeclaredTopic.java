package dev.socialhub.contracts.event;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A topic as it should be on the bus. Whoever makes topics and whoever looks whether they are there
 * goes by this.
 *
 * @param partitions at least so many; more do no harm
 * @param settings by Kafka's names for them; what isn't named may be anything
 */
public record DeclaredTopic(String name, int partitions, Map<String, String> settings) {

    /**
     * Bytes of a copied record at most: a dead letter, or one that is played again. The largest
     * record that Kafka takes by default has a megabyte; a copy bears more headers, and would not
     * fit again.
     */
    public static final int LARGEST_COPY = 2 * 1024 * 1024;

    private static final String RETENTION = "retention.ms";
    private static final String LARGEST_RECORD = "max.message.bytes";

    public DeclaredTopic {
        settings = Map.copyOf(settings);
    }

    /** The topic of that name, whether it is one of {@link #all} or not. */
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

    /** Names of those that hold what some group could never handle. */
    public static List<String> deadLetters() {
        return Arrays.stream(ConsumerGroup.values())
                .flatMap(group ->
                        group.topics().stream()
                                .map(topic -> topic.deadLetterName(group.groupName())))
                .sorted()
                .toList();
    }
}
