package dev.socialhub.notifications.notification;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/** Something that a person is to be told once: a notification that has no number yet. */
record Announcement(
        UUID recipient,
        UUID eventId,
        NotificationType type,
        Actor actor,
        Entity entity,
        String message,
        Instant createdAt) {

    Announcement {
        // What an event leaves out must not become somebody's notification.
        Objects.requireNonNull(recipient);
        Objects.requireNonNull(actor.username());
        Objects.requireNonNull(entity.id());
    }

    /** The same for every delivery of the event; the store keeps one document for each. */
    String dedupeKey() {
        return recipient + "|" + eventId;
    }

    Notification numbered(long seq) {
        return new Notification(new NotificationId(recipient, seq), this);
    }
}
