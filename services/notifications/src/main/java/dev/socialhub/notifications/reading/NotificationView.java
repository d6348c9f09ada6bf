package dev.socialhub.notifications.reading;

import dev.socialhub.notifications.head.ReadMarks;
import dev.socialhub.notifications.notification.Actor;
import dev.socialhub.notifications.notification.Announcement;
import dev.socialhub.notifications.notification.Entity;
import dev.socialhub.notifications.notification.Notification;
import dev.socialhub.notifications.notification.NotificationType;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;

/**
 * A notification as its reader sees it.
 *
 * @param seq its number in the reader's row, from 1; the numbers of those that were taken back are
 *     left out
 */
@Serdeable
record NotificationView(
        String id,
        long seq,
        NotificationType type,
        Actor actor,
        Entity entity,
        String message,
        boolean read,
        Instant createdAt) {

    static NotificationView of(Notification notification, ReadMarks marks) {
        Announcement announcement = notification.announcement();
        long seq = notification.id().seq();
        return new NotificationView(
                notification.id().text(),
                seq,
                announcement.type(),
                announcement.actor(),
                announcement.entity(),
                announcement.message(),
                marks.covers(seq),
                announcement.createdAt());
    }
}
