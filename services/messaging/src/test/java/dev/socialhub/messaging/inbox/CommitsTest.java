package dev.socialhub.messaging.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.OffsetResetStrategy;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CommitsTest {

    private static final TopicPartition FIRST = new TopicPartition("POST_TOPIC", 0);
    private static final TopicPartition SECOND = new TopicPartition("POST_TOPIC", 1);
    private static final Duration LONG_ENOUGH = Duration.ofMillis(200);

    private final AtomicLong nanos = new AtomicLong(5);
    private final MockConsumer<byte[], byte[]> client =
            new MockConsumer<>(OffsetResetStrategy.EARLIEST);
    private final Commits commits = new Commits("kit", nanos::get);

    @BeforeEach
    void assign() {
        client.assign(List.of(FIRST, SECOND));
    }

    @Test
    void tellsTheLastOfEachPartitionOnceInAWhile() {
        commits.handled(FIRST, 3);
        commits.handled(FIRST, 4);
        commits.handled(SECOND, 9);
        commits.whenDue(client);
        assertThat(told(FIRST)).isEqualTo(-1);
        nanos.addAndGet(LONG_ENOUGH.toNanos());
        commits.whenDue(client);
        assertThat(told(FIRST)).isEqualTo(4);
        assertThat(told(SECOND)).isEqualTo(9);
        commits.handled(FIRST, 5);
        commits.whenDue(client);
        assertThat(told(FIRST)).isEqualTo(4);
    }

    @Test
    void tellsOfWhatItGivesAwayBeforeItDoes() {
        commits.handled(FIRST, 4);
        commits.handled(SECOND, 9);
        commits.giveAway(client, List.of(FIRST));
        assertThat(told(FIRST)).isEqualTo(4);
        assertThat(told(SECOND)).isEqualTo(-1);
        nanos.addAndGet(LONG_ENOUGH.toNanos());
        commits.whenDue(client);
        assertThat(told(SECOND)).isEqualTo(9);
    }

    @Test
    void leavesWhatItHasLostToWhoeverHasItNow() {
        MockConsumer<byte[], byte[]> loser =
                new MockConsumer<>(OffsetResetStrategy.EARLIEST) {
                    @Override
                    public synchronized void commitSync(
                            Map<TopicPartition, OffsetAndMetadata> offsets) {
                        throw new CommitFailedException();
                    }
                };
        commits.handled(FIRST, 4);
        nanos.addAndGet(LONG_ENOUGH.toNanos());
        commits.whenDue(loser);
        nanos.addAndGet(LONG_ENOUGH.toNanos());
        commits.whenDue(client);
        assertThat(told(FIRST)).isEqualTo(-1);
    }

    @Test
    void beginsAfreshWithANewConnection() {
        commits.handled(FIRST, 4);
        commits.forgetAll();
        nanos.addAndGet(LONG_ENOUGH.toNanos());
        commits.whenDue(client);
        assertThat(told(FIRST)).isEqualTo(-1);
    }

    private long told(TopicPartition partition) {
        OffsetAndMetadata offset = client.committed(Set.of(partition)).get(partition);
        return offset == null ? -1 : offset.offset();
    }
}
