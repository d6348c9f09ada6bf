package dev.socialhub.messaging.inbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/** Partitions that wait for a store to come back, each a little longer after every failure. */
final class PausedPartitions {

    private static final Duration FIRST = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofSeconds(2);

    private final Map<TopicPartition, Pause> pauses = new HashMap<>();

    private record Pause(Duration length, long until, boolean active) {}

    void add(TopicPartition partition) {
        Pause last = pauses.get(partition);
        Duration length = last == null ? FIRST : last.length.multipliedBy(2);
        if (length.compareTo(LONGEST) > 0) {
            length = LONGEST;
        }
        pauses.put(partition, new Pause(length, System.nanoTime() + length.toNanos(), true));
    }

    /** The partitions whose pause is over. Their next pause will be longer, unless forgotten. */
    List<TopicPartition> due() {
        List<TopicPartition> due = new ArrayList<>();
        long now = System.nanoTime();
        pauses.replaceAll((partition, pause) -> {
            if (pause.active && now - pause.until >= 0) {
                due.add(partition);
                return new Pause(pause.length, pause.until, false);
            }
            return pause;
        });
        return due;
    }

    /** How many wait, or are tried again and have not succeeded yet. */
    int count() {
        return pauses.size();
    }

    void forget(TopicPartition partition) {
        pauses.remove(partition);
    }
}
