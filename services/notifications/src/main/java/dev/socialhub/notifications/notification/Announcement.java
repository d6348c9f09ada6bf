package dev.socialhub.notifications.notification;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that a person is to be told once: a notification that has no number yet.
 *
 * @param traceId of the request that caused it, for operators; null when the event tells none
 */
record Announcement(
        UUID recipient,
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
    }

    /** The same for every delivery of the event; the store keeps one document for each. */
    String key() {
        return key(recipient, type, entity.id());
    }

    /**
     * Names a notification by what it tells of, so that the end of that finds it. A type by which
     * several people tell of one entity needs the actor in it as well.
     */
    static String key(UUID recipient, NotificationType type, UUID entityId) {
        // What an event leaves out must not name a notification.
        return Objects.requireNonNull(recipient)
                + "|"
                + type
                + "|"
                + Objects.requireNonNull(entityId);
    }

    /** Whether a notification with this key is for this person. */
    static boolean isFor(UUID recipient, String key) {
        return key.startsWith(recipient + "|");
    }

    /** Whether the recipient hears of what another person did. */
    boolean isOfAnother() {
        return !actor.id().equals(recipient);
    }

    /** The people who must exist for it to be there. */
    Set<UUID> people() {
        return isOfAnother() ? Set.of(recipient, actor.id()) : Set.of(recipient);
    }

    /**
     * What its key is listed under. What people did themselves is not listed: it goes with their
     * row, or by its key.
     */
    Set<Entity> subjects() {
        return isOfAnother() ? Set.copyOf(List.of(Entity.user(actor.id()), entity)) : Set.of();
    }

    Notification numbered(long seq) {
        return new Notification(new NotificationId(recipient, seq), this);
    }
}
