package dev.socialhub.notifications.notification;

import com.mongodb.MongoException;
import dev.socialhub.contracts.event.Topic;
import dev.socialhub.messaging.inbox.EventConsumer;
import dev.socialhub.messaging.inbox.ReceivedEvent;
import dev.socialhub.messaging.inbox.ReplayPolicy;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Turns what happened into notifications, a batch at a time. */
@Singleton
final class NotificationEventsConsumer implements EventConsumer {

    private final AppendNotifications appendNotifications;
    private final NotificationMetrics metrics;
    private final String group;

    NotificationEventsConsumer(
            AppendNotifications appendNotifications,
            NotificationMetrics metrics,
            @Value("${notifications.consumer-group}") String group) {
        this.appendNotifications = appendNotifications;
        this.metrics = metrics;
        this.group = group;
    }

    @Override
    public String group() {
        return group;
    }

    @Override
    public Set<Topic> topics() {
        return Set.of(Topic.USER, Topic.POST);
    }

    /** An event has one notification, however often it is played. */
    @Override
    public ReplayPolicy replayPolicy() {
        return ReplayPolicy.PROJECT;
    }

    @Override
    public void handle(List<ReceivedEvent> events) {
        List<Announcement> announcements =
                events.stream()
                        .map(received -> Announcements.of(received.event()))
                        .flatMap(Optional::stream)
                        .toList();
        try {
            int fresh = Objects.requireNonNull(appendNotifications.append(announcements).block());
            metrics.appended(fresh, announcements.size() - fresh);
        } catch (MongoException e) {
            metrics.storeFailed();
            throw e;
        }
    }

    @Override
    public boolean isTransient(Throwable error) {
        return MongoErrors.passes(error);
    }
}
