package dev.socialhub.messaging.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProgressTest {

    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");
    private static final TopicPartition FIRST = new TopicPartition("POSTS", 0);
    private static final TopicPartition SECOND = new TopicPartition("POSTS", 1);
    private static final TopicPartition OTHER = new TopicPartition("USERS", 0);

    private final MeterRegistry meters = new SimpleMeterRegistry();
    private Duration passed = Duration.ZERO;
    private double answers;
    private final Progress progress = new Progress(new Passing(), () -> passed.toNanos());

    @BeforeEach
    void register() {
        progress.register("g", List.of("POSTS", "USERS"), meters);
        progress.begin();
    }

    @Test
    void knowsNothingUntilItHasPartitions() {
        pass(3);
        assertThat(events("POSTS")).isNaN();
        assertThat(seconds("POSTS")).isNaN();
        assertThat(staleness()).isEqualTo(3);
    }

    @Test
    void whereNothingWaitsTheLagIsNone() {
        progress.assigned(List.of(FIRST, OTHER));
        pass(1);
        emptyPoll(FIRST, OTHER);
        assertThat(events("POSTS")).isZero();
        assertThat(seconds("POSTS")).isZero();
        assertThat(staleness()).isZero();
    }

    @Test
    void whatWasPolledWaitsUntilItIsHandled() {
        progress.assigned(List.of(FIRST, OTHER));
        emptyPoll(FIRST, OTHER);
        List<ConsumerRecord<byte[], byte[]>> records = records(FIRST, 7, 3);
        pass(5);
        progress.polled(FIRST, OptionalLong.of(10), records);
        assertThat(events("POSTS")).isEqualTo(13);
        assertThat(seconds("POSTS")).isEqualTo(5);
        assertThat(events("USERS")).isZero();

        progress.handled(FIRST, records, 10);
        assertThat(events("POSTS")).isEqualTo(10);
        // The next one is no older than the last that was handled.
        assertThat(seconds("POSTS")).isEqualTo(3);
    }

    @Test
    void aPartitionThatWaitsForItsStoreGrowsOld() {
        progress.assigned(List.of(FIRST, SECOND));
        emptyPoll(FIRST, SECOND);
        List<ConsumerRecord<byte[], byte[]>> records = records(FIRST, 0, 3);
        progress.polled(FIRST, OptionalLong.of(0), records);
        progress.handled(FIRST, records, 1);
        progress.settled(passed.toNanos(), ++answers, 1);
        assertThat(events("POSTS")).isEqualTo(2);
        assertThat(gauge(Progress.PAUSED)).isEqualTo(1);

        pass(60);
        progress.polled(FIRST, OptionalLong.of(2), List.of());
        progress.polled(SECOND, OptionalLong.of(0), List.of());
        progress.settled(passed.toNanos(), ++answers, 1);
        assertThat(seconds("POSTS")).isEqualTo(59);
        assertThat(staleness()).isEqualTo(60);
    }

    @Test
    void aRevokedPartitionCountsNoMore() {
        progress.assigned(List.of(FIRST, SECOND));
        progress.polled(FIRST, OptionalLong.of(5), List.of());
        progress.polled(SECOND, OptionalLong.of(2), List.of());
        assertThat(events("POSTS")).isEqualTo(7);
        progress.revoked(List.of(FIRST));
        assertThat(events("POSTS")).isEqualTo(2);
        progress.polled(FIRST, OptionalLong.of(5), List.of());
        assertThat(events("POSTS")).isEqualTo(2);
    }

    @Test
    void whoHasNoPartitionHasNothingToBeStale() {
        progress.assigned(List.of(FIRST));
        progress.revoked(List.of(FIRST));
        assertThat(events("POSTS")).isNaN();
        progress.assigned(List.of());
        pass(100);
        progress.settled(passed.toNanos(), answers, 0);
        assertThat(events("POSTS")).isZero();
        assertThat(staleness()).isZero();
    }

    @Test
    void aSilentKafkaLeavesNothingKnownButWhatWaits() {
        progress.assigned(List.of(FIRST, OTHER));
        emptyPoll(FIRST, OTHER);
        progress.polled(OTHER, OptionalLong.of(0), records(OTHER, 0, 1));
        pass(30);
        progress.polled(FIRST, OptionalLong.of(0), List.of());
        progress.settled(passed.toNanos(), answers, 0);
        assertThat(events("POSTS")).isNaN();
        assertThat(seconds("POSTS")).isNaN();
        assertThat(events("USERS")).isEqualTo(1);
        assertThat(seconds("USERS")).isEqualTo(30);
        assertThat(staleness()).isEqualTo(30);
    }

    @Test
    void aNewConnectionForgetsPartitionsButNotHowLongAgoItKnew() {
        progress.assigned(List.of(FIRST));
        emptyPoll(FIRST);
        pass(4);
        progress.begin();
        pass(4);
        assertThat(events("POSTS")).isNaN();
        assertThat(staleness()).isEqualTo(8);
    }

    @Test
    void clocksThatAreApartMakeNoNegativeAge() {
        progress.assigned(List.of(FIRST));
        progress.polled(FIRST, OptionalLong.of(0), records(FIRST, 0, 2).subList(1, 2));
        assertThat(seconds("POSTS")).isZero();
    }

    private void emptyPoll(TopicPartition... partitions) {
        for (TopicPartition partition : partitions) {
            progress.polled(partition, OptionalLong.of(0), List.of());
        }
        progress.settled(passed.toNanos(), ++answers, 0);
    }

    /** The first is of now, each of the others a second younger. */
    private List<ConsumerRecord<byte[], byte[]>> records(
            TopicPartition partition, int offset, int count) {
        return IntStream.range(0, count).mapToObj(i -> record(partition, offset + i, i)).toList();
    }

    private ConsumerRecord<byte[], byte[]> record(TopicPartition partition, int offset, int after) {
        return new ConsumerRecord<>(
                partition.topic(),
                partition.partition(),
                offset,
                NOON.plus(passed).plusSeconds(after).toEpochMilli(),
                TimestampType.CREATE_TIME,
                0,
                0,
                new byte[0],
                new byte[0],
                new RecordHeaders(),
                Optional.empty());
    }

    private void pass(int seconds) {
        passed = passed.plusSeconds(seconds);
    }

    private double events(String topic) {
        return meters.get(Progress.LAG_EVENTS).tag("topic", topic).gauge().value();
    }

    private double seconds(String topic) {
        return meters.get(Progress.LAG_SECONDS).tag("topic", topic).gauge().value();
    }

    private double staleness() {
        return gauge(Progress.STALENESS);
    }

    private double gauge(String name) {
        return meters.get(name).tag("group", "g").gauge().value();
    }

    private final class Passing extends Clock {

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return NOON.plus(passed);
        }
    }
}
