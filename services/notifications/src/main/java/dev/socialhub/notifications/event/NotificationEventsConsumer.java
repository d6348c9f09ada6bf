package dev.socialhub.notifications.event;

import com.mongodb.MongoException;
import dev.socialhub.contracts.event.ConsumerGroup;
import dev.socialhub.contracts.event.Topic;
import dev.socialhub.contracts.user.UserDeleted;
import dev.socialhub.messaging.inbox.EventConsumer;
import dev.socialhub.messaging.inbox.ReceivedEvent;
import dev.socialhub.messaging.inbox.ReplayPolicy;
import dev.socialhub.mongo.MongoErrors;
import dev.socialhub.mongo.MongoMetrics;
import dev.socialhub.notifications.append.RowContended;
import dev.socialhub.notifications.erasure.EraseNotifications;
import dev.socialhub.notifications.notification.Announcement;
import dev.socialhub.notifications.retraction.RetractNotifications;
import dev.socialhub.notifications.retraction.Retraction;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Turns events into notifications, a batch at a time, retracts those whose fact no longer holds,
 * and removes those of deleted users.
 */
@Singleton
final class NotificationEventsConsumer implements EventConsumer {

    private final NotifyUsers notifyUsers;
    private final EraseNotifications eraseNotifications;
    private final RetractNotifications retractNotifications;
    private final MongoMetrics metrics;
    private final String group;

    NotificationEventsConsumer(
            NotifyUsers notifyUsers,
            EraseNotifications eraseNotifications,
            RetractNotifications retractNotifications,
            MongoMetrics metrics,
            @Value("${notifications.consumer-group}") String group) {
        this.notifyUsers = notifyUsers;
        this.eraseNotifications = eraseNotifications;
        this.retractNotifications = retractNotifications;
        this.metrics = metrics;
        this.group = group;
    }

    @Override
    public String group() {
        return group;
    }

    @Override
    public Set<Topic> topics() {
        return ConsumerGroup.NOTIFICATIONS.topics();
    }

    /** Readers don't notice these milliseconds, and a statement costs the same for more events. */
    @Override
    public Duration gather() {
        return Duration.ofMillis(20);
    }

    /** An event has one notification, however often it is played. */
    @Override
    public ReplayPolicy replayPolicy() {
        return ReplayPolicy.PROJECT;
    }

    @Override
    public void handle(List<ReceivedEvent> events) {
        try {
            List<Announcement> written = notifyUsers.of(events);
            erase(events);
            retractNotifications.apply(retractions(events));
            retractNotifications.ofDeleted(deletedActors(written), written);
        } catch (MongoException e) {
            metrics.failed();
            throw e;
        }
    }

    /** The actors that were deleted while other users were notified of them. */
    private Set<UUID> deletedActors(List<Announcement> announcements) {
        return eraseNotifications.gone(
                announcements.stream()
                        .filter(Announcement::isOfAnother)
                        .map(one -> one.actor().id())
                        .collect(Collectors.toSet()));
    }

    private static List<Retraction> retractions(List<ReceivedEvent> events) {
        return events.stream()
                .map(received -> Retractions.of(received.event().data()))
                .flatMap(List::stream)
                .toList();
    }

    private void erase(List<ReceivedEvent> events) {
        for (ReceivedEvent received : events) {
            if (received.event().data() instanceof UserDeleted deleted) {
                received.inItsTrace(
                        () -> eraseNotifications.of(deleted.userId(), deleted.deletedAt()));
            }
        }
    }

    @Override
    public boolean isTransient(Throwable error) {
        return passes(error);
    }

    static boolean passes(Throwable error) {
        return error instanceof RowContended || MongoErrors.passes(error);
    }
}
