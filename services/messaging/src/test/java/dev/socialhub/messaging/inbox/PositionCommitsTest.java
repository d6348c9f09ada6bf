package dev.socialhub.messaging.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.OffsetCommitCallback;
import org.apache.kafka.clients.consumer.OffsetResetStrategy;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How far Kafka is told that partitions are handled; without an epoch, as equality compares it. */
class PositionCommitsTest {

    private static final TopicPartition FIRST = new TopicPartition("topic", 0);
    private static final TopicPartition SECOND = new TopicPartition("topic", 1);

    private final KafkaThatRefuses kafka = new KafkaThatRefuses();
    private long now = Duration.ofSeconds(1).toNanos();
    private final PositionCommits commits = new PositionCommits(() -> now);

    @BeforeEach
    void assign() {
        kafka.assign(List.of(FIRST, SECOND));
    }

    @Test
    void commitsFiveTimesASecondAtMost() {
        commits.handled(FIRST, 5);
        commits.commitIfDue(kafka);
        assertThat(committed()).isEmpty();
        pass(200);
        commits.handled(FIRST, 7);
        commits.commitIfDue(kafka);
        assertThat(committed()).containsExactly(Map.entry(FIRST, new OffsetAndMetadata(7)));
        commits.handled(FIRST, 8);
        pass(199);
        commits.commitIfDue(kafka);
        assertThat(committed()).containsExactly(Map.entry(FIRST, new OffsetAndMetadata(7)));
    }

    @Test
    void repeatsWhatKafkaDidNotTakeUnlessThePartitionMovedOn() {
        commits.handled(FIRST, 5);
        commits.handled(SECOND, 6);
        pass(200);
        kafka.refuses = true;
        commits.commitIfDue(kafka);
        kafka.refuses = false;
        commits.handled(SECOND, 9);
        pass(200);
        commits.commitIfDue(kafka);
        assertThat(committed())
                .containsOnly(
                        Map.entry(FIRST, new OffsetAndMetadata(5)),
                        Map.entry(SECOND, new OffsetAndMetadata(9)));
    }

    @Test
    void commitsAtOnceWhatIsRevokedAndNothingElse() {
        commits.handled(FIRST, 5);
        commits.handled(SECOND, 6);
        commits.commitBeforeRevoked(kafka, List.of(FIRST));
        assertThat(committed()).containsExactly(Map.entry(FIRST, new OffsetAndMetadata(5)));
    }

    @Test
    void aRefusedLastCommitDoesNotKeepThePartition() {
        commits.handled(FIRST, 5);
        kafka.refuses = true;
        commits.commitBeforeRevoked(kafka, List.of(FIRST));
        kafka.refuses = false;
        pass(200);
        commits.commitIfDue(kafka);
        assertThat(committed()).isEmpty();
    }

    @Test
    void neverCommitsForAPartitionThatAnotherClientMayOwn() {
        commits.handled(FIRST, 5);
        commits.handled(SECOND, 6);
        commits.forget(List.of(FIRST));
        pass(200);
        kafka.refuses = true;
        kafka.assign(List.of(FIRST));
        commits.commitIfDue(kafka);
        kafka.refuses = false;
        pass(200);
        commits.commitIfDue(kafka);
        assertThat(committed()).isEmpty();
    }

    private void pass(long millis) {
        now += Duration.ofMillis(millis).toNanos();
    }

    private Map<TopicPartition, OffsetAndMetadata> committed() {
        return kafka.committed(Set.of(FIRST, SECOND));
    }

    private static final class KafkaThatRefuses extends MockConsumer<byte[], byte[]> {

        private boolean refuses;

        KafkaThatRefuses() {
            super(OffsetResetStrategy.EARLIEST);
        }

        @Override
        public synchronized void commitAsync(
                Map<TopicPartition, OffsetAndMetadata> offsets,
                @Nullable OffsetCommitCallback callback) {
            if (!refuses) {
                super.commitAsync(offsets, callback);
            } else if (callback == null) {
                throw new TimeoutException("away");
            } else {
                callback.onComplete(offsets, new TimeoutException("away"));
            }
        }
    }
}
