package dev.socialhub.contracts.event;

import java.time.Duration;
import java.util.Optional;

/** The topics of the bus, declared here and nowhere else. */
public enum Topic {
    USER(TopicName.USER),
    POST(TopicName.POST),
    CHAT(TopicName.CHAT);

    /** Enough for six consumers of one group; every topic is created with this number. */
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
     * The topic that an operator's replay is written to, so that no old event is ever appended to
     * the live topic.
     */
    public String replayName() {
        return topicName + REPLAYS;
    }

    /** The topic for events that a consumer group can never handle. */
    public String deadLetterName(String group) {
        return topicName + "." + group + DEAD_LETTERS;
    }

    /** Whether a topic of this name holds events that some group could never handle. */
    public static boolean holdsDeadLetters(String name) {
        return name.endsWith(DEAD_LETTERS);
    }

    /** Whether a topic of this name holds copies of records from other topics. */
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
