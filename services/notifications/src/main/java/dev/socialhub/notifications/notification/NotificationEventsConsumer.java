package dev.socialhub.notifications.notification;

import com.mongodb.MongoException;
import dev.socialhub.contracts.event.ConsumerGroup;
import dev.socialhub.contracts.event.Topic;
import dev.socialhub.contracts.user.UserDeleted;
import dev.socialhub.messaging.inbox.EventConsumer;
import dev.socialhub.messaging.inbox.ReceivedEvent;
import dev.socialhub.messaging.inbox.ReplayPolicy;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Turns what happened into notifications, a batch at a time, takes back those that tell of what is
 * no longer so, and removes those of people who are gone.
 */
@Singleton
final class NotificationEventsConsumer implements EventConsumer {

    private final AppendNotifications appendNotifications;
    private final EraseNotifications eraseNotifications;
    private final RetractNotifications retractNotifications;
    private final SubjectStore subjects;
    private final Retention retention;
    private final NotificationMetrics metrics;
    private final String group;

    NotificationEventsConsumer(
            AppendNotifications appendNotifications,
            EraseNotifications eraseNotifications,
            RetractNotifications retractNotifications,
            SubjectStore subjects,
            Retention retention,
            NotificationMetrics metrics,
            @Value("${notifications.consumer-group}") String group) {
        this.appendNotifications = appendNotifications;
        this.eraseNotifications = eraseNotifications;
        this.retractNotifications = retractNotifications;
        this.subjects = subjects;
        this.retention = retention;
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
            List<Announcement> announcements = announcements(events);
            // Before they are told: a deletion has to find what is told meanwhile.
            subjects.add(announcements);
            int fresh = appendNotifications.append(announcements);
            metrics.appended(fresh, announcements.size() - fresh);
            erase(events);
            retractNotifications.apply(retractions(events));
            retractNotifications.ofDeleted(goneActors(announcements), announcements);
        } catch (MongoException e) {
            metrics.storeFailed();
            throw e;
        }
    }

    /** What is played again isn't even written for those who are gone, since it was before. */
    private List<Announcement> announcements(List<ReceivedEvent> events) {
        List<Announcement> announcements =
                events.stream()
                        .map(received -> Announcements.of(received.event(), received.traceId()))
                        .flatMap(Optional::stream)
                        .filter(one -> retention.isWorthWriting(one.createdAt()))
                        .toList();
        if (announcements.isEmpty() || events.stream().noneMatch(ReceivedEvent::replayed)) {
            return announcements;
        }
        Set<UUID> gone = eraseNotifications.gone(people(announcements));
        return announcements.stream()
                .filter(one -> Collections.disjoint(gone, one.people()))
                .toList();
    }

    private static Set<UUID> people(List<Announcement> announcements) {
        return announcements.stream()
                .map(Announcement::people)
                .flatMap(Set::stream)
                .collect(Collectors.toSet());
    }

    /** Who was deleted while others were told of them. */
    private Set<UUID> goneActors(List<Announcement> announcements) {
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
        return MongoErrors.passes(error);
    }
}
