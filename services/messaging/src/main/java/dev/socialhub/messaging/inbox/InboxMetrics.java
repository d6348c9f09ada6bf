package dev.socialhub.messaging.inbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.DoubleStream;

/**
 * What one consumer group has done. All its series begin when it is made, rather than with the
 * first event.
 */
public final class InboxMetrics {

    /** Tag: the consumer group. */
    static final String GROUP = "group";

    static final String DUPLICATES = "inbox.duplicates";
    static final String HANDLED = "inbox.handled";
    static final String RETRIES = "inbox.retries";
    static final String DEAD_LETTERS = "inbox.dead.letters";
    static final String HANDLING = "inbox.handling";
    static final String EVENT_AGE = "inbox.event.age";

    private static final Duration[] HANDLING_BUCKETS =
            seconds(0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10);
    private static final Duration[] AGE_BUCKETS =
            seconds(0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10, 30, 60);

    private final Clock clock;
    private final Counter handled;
    private final Counter retries;
    private final Counter deadLetters;
    private final Timer handling;
    private final Timer eventAge;

    InboxMetrics(String group, Clock clock, MeterRegistry meters) {
        this.clock = clock;
        handled = counter(HANDLED, "Events that a group has handled", group, meters);
        retries = counter(RETRIES, "Times that a group postponed a partition", group, meters);
        deadLetters =
                counter(
                        DEAD_LETTERS,
                        "Events that were sent to the dead-letter topic",
                        group,
                        meters);
        duplicates(group, meters);
        handling =
                Timer.builder(HANDLING)
                        .description("Time to handle a batch of events, or a single event")
                        .tag(GROUP, group)
                        .serviceLevelObjectives(HANDLING_BUCKETS)
                        .register(meters);
        eventAge =
                Timer.builder(EVENT_AGE)
                        .description("Time between an event and its effect")
                        .tag(GROUP, group)
                        .serviceLevelObjectives(AGE_BUCKETS)
                        .register(meters);
    }

    /** Counts events of a group that came again after they had taken effect. */
    public static Counter duplicates(String group, MeterRegistry meters) {
        return counter(
                DUPLICATES, "Events that were delivered again after their effect", group, meters);
    }

    /** Events have had their effect. One that is played again had it long before. */
    void handled(List<ReceivedEvent> events) {
        handled.increment(events.size());
        long now = clock.millis();
        for (ReceivedEvent received : events) {
            if (!received.replayed()) {
                // Clocks of two machines may be apart; a negative time counts as none.
                eventAge.record(
                        Math.max(0, now - received.event().time().toEpochMilli()),
                        TimeUnit.MILLISECONDS);
            }
        }
    }

    /** A batch, or one event, took so long, whatever came of it. */
    void took(long nanos) {
        handling.record(nanos, TimeUnit.NANOSECONDS);
    }

    void retried() {
        retries.increment();
    }

    void deadLettered() {
        deadLetters.increment();
    }

    private static Counter counter(
            String name, String description, String group, MeterRegistry meters) {
        return Counter.builder(name).description(description).tag(GROUP, group).register(meters);
    }

    private static Duration[] seconds(double... bounds) {
        return DoubleStream.of(bounds)
                .mapToObj(bound -> Duration.ofNanos(Math.round(bound * 1e9)))
                .toArray(Duration[]::new);
    }
}
