package dev.socialhub.notifications.metrics;

import dev.socialhub.messaging.inbox.InboxMetrics;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;

/** The meters of this service. */
@Singleton
public final class NotificationMetrics {

    private final Counter appended;
    private final Counter duplicates;
    private final Counter expired;

    public NotificationMetrics(
            MeterRegistry meters, @Value("${notifications.consumer-group}") String group) {
        this.appended =
                Counter.builder("notifications.appended")
                        .description("Notifications written for the first time")
                        .register(meters);
        this.duplicates = InboxMetrics.duplicates(group, meters);
        this.expired =
                Counter.builder("notifications.expired")
                        .description("Notifications removed because their retention ended")
                        .register(meters);
    }

    public void appended(int added, int repeated) {
        appended.increment(added);
        duplicates.increment(repeated);
    }

    public void expired(long removed) {
        expired.increment((double) removed);
    }
}
