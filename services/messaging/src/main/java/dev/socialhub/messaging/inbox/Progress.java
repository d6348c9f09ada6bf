package dev.socialhub.messaging.inbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.function.ToDoubleFunction;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * How far a consumer is with its assigned partitions. The consumer's thread records its progress as
 * it goes along; a scrape reads the last recorded values and makes no request.
 */
final class Progress {

    static final String LAG_EVENTS = "inbox.lag.events";
    static final String LAG_SECONDS = "inbox.lag";
    static final String STALENESS = "inbox.staleness";
    static final String PAUSED = "inbox.paused.partitions";

    /** Without an answer from Kafka for this long, a lag of zero is no longer known to be true. */
    private static final Duration SILENCE = Duration.ofSeconds(10);

    private static final double MILLIS = 1e3;
    private static final double NANOS = 1e9;

    private final Clock clock;
    private final LongSupplier nanos;
    private final Map<TopicPartition, Backlog> backlogs = new ConcurrentHashMap<>();
    private volatile boolean assigned;
    private volatile long heardAt;
    private volatile long currentAt;
    private volatile int paused;
    private double answers;

    /**
     * @param nanos a clock that only goes forward
     */
    Progress(Clock clock, LongSupplier nanos) {
        this.clock = clock;
        this.nanos = nanos;
        this.heardAt = nanos.getAsLong();
        this.currentAt = heardAt;
    }

    /**
     * The known backlog of a partition.
     *
     * @param events records not handled yet; not a number while that isn't known
     * @param since the time of the first of them, or of the last handled before it
     */
    private record Backlog(double events, long since) {

        boolean waits() {
            return events > 0;
        }
    }

    void register(String group, List<String> topics, MeterRegistry meters) {
        for (String topic : topics) {
            gauge(LAG_EVENTS, it -> it.events(topic), group, "Records not handled yet")
                    .tag("topic", topic)
                    .register(meters);
            gauge(
                            LAG_SECONDS,
                            it -> it.age(topic),
                            group,
                            "Age of the oldest record not handled yet")
                    .tag("topic", topic)
                    .baseUnit("seconds")
                    .register(meters);
        }
        gauge(STALENESS, Progress::staleness, group, "Time since the lag was last known to be zero")
                .baseUnit("seconds")
                .register(meters);
        gauge(PAUSED, it -> it.paused, group, "Partitions that wait for a store").register(meters);
    }

    private Gauge.Builder<Progress> gauge(
            String name, ToDoubleFunction<Progress> value, String group, String description) {
        return Gauge.builder(name, this, value)
                .description(description)
                .tag(InboxMetrics.GROUP, group)
                .strongReference(true);
    }

    /** A new connection has nothing yet. */
    void begin() {
        assigned = false;
        paused = 0;
        answers = 0;
        backlogs.clear();
    }

    /** Also called without partitions: other instances then have all of them. */
    void assigned(Collection<TopicPartition> partitions) {
        partitions.forEach(
                partition -> backlogs.put(partition, new Backlog(Double.NaN, clock.millis())));
        heardAt = nanos.getAsLong();
        assigned = true;
    }

    void revoked(Collection<TopicPartition> partitions) {
        partitions.forEach(backlogs::remove);
        // Without partitions the backlog is unknown, until an assignment confirms that this
        // instance has none.
        assigned = assigned && !backlogs.isEmpty();
    }

    /**
     * A poll has brought these records of a partition that is this consumer's.
     *
     * @param behind how many come after them; empty while that isn't known
     */
    void polled(
            TopicPartition partition,
            OptionalLong behind,
            List<ConsumerRecord<byte[], byte[]>> records) {
        backlogs.computeIfPresent(
                partition,
                (_, last) -> {
                    if (behind.isEmpty() && records.isEmpty()) {
                        return last;
                    }
                    long events = behind.orElse(0) + records.size();
                    return new Backlog(
                            events,
                            records.isEmpty() ? last.since() : records.getFirst().timestamp());
                });
    }

    /**
     * Records of a partition were handled up to an offset.
     *
     * @param next the first that was not
     */
    void handled(
            TopicPartition partition, List<ConsumerRecord<byte[], byte[]>> records, long next) {
        backlogs.computeIfPresent(
                partition,
                (_, last) -> {
                    int done = 0;
                    long since = last.since();
                    for (ConsumerRecord<byte[], byte[]> record : records) {
                        since = record.timestamp();
                        if (record.offset() >= next) {
                            break;
                        }
                        done++;
                    }
                    return new Backlog(Math.max(0, last.events() - done), since);
                });
    }

    /**
     * A poll and its work are over.
     *
     * @param begun when the poll began
     * @param answers how often Kafka has answered this connection
     * @param paused partitions that wait for a store
     */
    void settled(long begun, double answers, int paused) {
        this.paused = paused;
        boolean heard = answers > this.answers;
        this.answers = answers;
        if (heard) {
            heardAt = begun;
        }
        boolean nothingWaits = backlogs.values().stream().allMatch(one -> one.events() == 0);
        if (nothingWaits && (heard || hasNone())) {
            currentAt = begun;
        }
    }

    private boolean hasNone() {
        return assigned && backlogs.isEmpty();
    }

    private double events(String topic) {
        double events = 0;
        for (Map.Entry<TopicPartition, Backlog> one : backlogs.entrySet()) {
            if (one.getKey().topic().equals(topic)) {
                events += one.getValue().events();
            }
        }
        return events > 0 || isKnown() ? events : Double.NaN;
    }

    private double age(String topic) {
        double events = events(topic);
        if (Double.isNaN(events) || events == 0) {
            return events;
        }
        long oldest =
                backlogs.entrySet().stream()
                        .filter(one -> one.getKey().topic().equals(topic))
                        .map(Map.Entry::getValue)
                        .filter(Backlog::waits)
                        .mapToLong(Backlog::since)
                        .min()
                        .orElse(clock.millis());
        return Math.max(0, clock.millis() - oldest) / MILLIS;
    }

    /** Whether the backlog is known, so that a new record could not have gone unnoticed. */
    private boolean isKnown() {
        return hasNone() || (assigned && nanos.getAsLong() - heardAt < SILENCE.toNanos());
    }

    private double staleness() {
        return hasNone() ? 0 : (nanos.getAsLong() - currentAt) / NANOS;
    }
}
