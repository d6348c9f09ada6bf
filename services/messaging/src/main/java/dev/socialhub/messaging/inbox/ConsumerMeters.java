package dev.socialhub.messaging.inbox;

import dev.socialhub.messaging.kafka.DeclaredTopics;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Makes the meters of each consumer, whose series begin at 0 then. */
@Singleton
final class ConsumerMeters {

    private final Clock clock;
    private final MeterRegistry meters;

    ConsumerMeters(Clock clock, MeterRegistry meters) {
        this.clock = clock;
        this.meters = meters;
    }

    /** What it has done. */
    InboxMetrics metrics(EventConsumer consumer) {
        return new InboxMetrics(consumer.group(), clock, meters);
    }

    /** What it has yet to do. */
    Progress progress(EventConsumer consumer) {
        Progress progress = new Progress(clock, System::nanoTime);
        progress.register(consumer.group(), DeclaredTopics.namesOf(consumer.topics()), meters);
        return progress;
    }
}
