package dev.socialhub.contracts.event;

import java.time.Duration;
import java.util.Optional;

/** The topics of the bus, declared here and nowhere else. */
public enum Topic {
    USER(TopicName.USER),
    POST(TopicName.POST);

    /** Enough for six consumers of one group; every topic starts with it. */
    public static final int PARTITIONS = 6;

    /** How long events can be replayed from the bus. */
    public static final Duration RETENTION = Duration.ofDays(7);

    private static final String DEAD_LETTERS = ".dlt";
    static final String REPLAYS = ".replay";

    private final String topicName;

    Topic(String topicName) {
        this.topicName = topicName;
    }

    public String topicName() {
        return topicName;
    }

    /**
     * Where an operator's replay is written, so that nothing old is ever appended to the live
     * topic.
     */
    public String replayName() {
        return topicName + REPLAYS;
    }

    /** Where a consumer group puts events that it can never handle. */
    public String deadLetterName(String group) {
        return topicName + "." + group + DEAD_LETTERS;
    }

    /** Whether a topic of this name holds what some group could never handle. */
    public static boolean holdsDeadLetters(String name) {
        return name.endsWith(DEAD_LETTERS);
    }

    /** Whether a topic of this name holds records that stood elsewhere before. */
    static boolean holdsCopies(String name) {
        return name.endsWith(REPLAYS) || holdsDeadLetters(name);
    }

    /** The topic with this name or replay name. */
    public static Optional<Topic> named(String name) {
        for (Topic topic : values()) {
            if (topic.topicName.equals(name) || topic.replayName().equals(name)) {
                return Optional.of(topic);
            }
        }
        return Optional.empty();
    }
}
