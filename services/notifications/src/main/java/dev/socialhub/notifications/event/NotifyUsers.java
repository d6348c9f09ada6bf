package dev.socialhub.notifications.event;

import dev.socialhub.messaging.inbox.ReceivedEvent;
import dev.socialhub.notifications.append.AppendNotifications;
import dev.socialhub.notifications.erasure.EraseNotifications;
import dev.socialhub.notifications.metrics.NotificationMetrics;
import dev.socialhub.notifications.notification.Announcement;
import dev.socialhub.notifications.notification.Retention;
import dev.socialhub.notifications.retraction.SubjectStore;
import jakarta.inject.Singleton;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Writes the notifications that events cause. */
@Singleton
final class NotifyUsers {

    private final SubjectStore subjects;
    private final AppendNotifications appendNotifications;
    private final EraseNotifications eraseNotifications;
    private final Retention retention;
    private final NotificationMetrics metrics;

    NotifyUsers(
            SubjectStore subjects,
            AppendNotifications appendNotifications,
            EraseNotifications eraseNotifications,
            Retention retention,
            NotificationMetrics metrics) {
        this.subjects = subjects;
        this.appendNotifications = appendNotifications;
        this.eraseNotifications = eraseNotifications;
        this.retention = retention;
        this.metrics = metrics;
    }

    /** Returns all that exist now, whether they are new or not. */
    List<Announcement> of(List<ReceivedEvent> events) {
        List<Announcement> announcements = announcements(events);
        // Before the notifications: a deletion has to find those that are written meanwhile.
        subjects.add(announcements);
        int added = appendNotifications.append(announcements);
        metrics.appended(added, announcements.size() - added);
        return announcements;
    }

    /**
     * Replayed events write nothing for or about deleted users: that was written and removed
     * before.
     */
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
        Set<UUID> deleted = eraseNotifications.gone(usersOf(announcements));
        return announcements.stream()
                .filter(one -> Collections.disjoint(deleted, one.users()))
                .toList();
    }

    private static Set<UUID> usersOf(List<Announcement> announcements) {
        return announcements.stream()
                .map(Announcement::users)
                .flatMap(Set::stream)
                .collect(Collectors.toSet());
    }
}
