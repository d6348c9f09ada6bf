package dev.socialhub.messaging.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class PausedPartitionsTest {

    private static final TopicPartition FIRST = new TopicPartition("t", 0);
    private static final TopicPartition SECOND = new TopicPartition("t", 1);

    private final PausedPartitions paused = new PausedPartitions();

    @Test
    void comeBackOnceEach() {
        paused.add(FIRST);
        paused.add(SECOND);
        assertThat(paused.due()).isEmpty();
        awaitDue(FIRST, SECOND);
        assertThat(paused.due()).isEmpty();
    }

    @Test
    void waitLongerAfterEachFailure() {
        assertThat(pause(FIRST)).isBetween(Duration.ofMillis(90), Duration.ofMillis(190));
        assertThat(pause(FIRST)).isBetween(Duration.ofMillis(190), Duration.ofMillis(390));
        assertThat(pause(FIRST)).isGreaterThan(Duration.ofMillis(390));
    }

    @Test
    void waitShortlyAgainAfterProgress() {
        pause(FIRST);
        pause(FIRST);
        paused.forget(FIRST);
        assertThat(pause(FIRST)).isLessThan(Duration.ofMillis(190));
    }

    @Test
    void areNotDueOnceForgotten() {
        paused.add(FIRST);
        paused.add(SECOND);
        paused.forget(FIRST);
        awaitDue(SECOND);
    }

    private Duration pause(TopicPartition partition) {
        long start = System.nanoTime();
        paused.add(partition);
        awaitDue(partition);
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private void awaitDue(TopicPartition... partitions) {
        List<TopicPartition> due = new ArrayList<>();
        await().pollInterval(Duration.ofMillis(5))
                .atMost(Duration.ofSeconds(5))
                .until(() -> {
                    due.addAll(paused.due());
                    return due.size() == partitions.length;
                });
        assertThat(due).containsExactlyInAnyOrder(partitions);
    }
}
