package dev.socialhub.notifications.notification;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that a person is to be told once: a notification that has no number yet.
 *
 * @param traceId of the request that caused it, for operators; null when the event tells none
 */
record Announcement(
        UUID recipient,
        UUID eventId,
        NotificationType type,
        Actor actor,
        Entity entity,
        String message,
        Instant createdAt,
        @Nullable String traceId) {

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
