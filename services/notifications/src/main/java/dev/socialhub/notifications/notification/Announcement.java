package dev.socialhub.notifications.notification;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A fact that a user is to be notified of once: a notification that has no number yet.
 *
 * @param traceId of the request that caused it, for operators; null when the event tells none
 */
public record Announcement(
        UUID recipient,
        NotificationType type,
        Actor actor,
        Entity entity,
        String message,
        Instant createdAt,
        @Nullable String traceId) {

    public Announcement {
        // An event with missing fields must not become a notification.
        Objects.requireNonNull(recipient);
        Objects.requireNonNull(actor.username());
    }

    /** The same for every delivery of the event; the store keeps one document for each. */
    public String key() {
        return key(recipient, type, entity.id());
    }

    /**
     * Identifies a notification by its content, so that the event that ends it finds it. A type by
     * which several users act on one entity needs the actor in it as well.
     */
    public static String key(UUID recipient, NotificationType type, UUID entityId) {
        // An event with missing fields must not identify a notification.
        return Objects.requireNonNull(recipient)
                + "|"
                + type
                + "|"
                + Objects.requireNonNull(entityId);
    }

    /** Whether a notification with this key is for this user. */
    public static boolean isFor(UUID recipient, String key) {
        return key.startsWith(recipient + "|");
    }

    /** Whether the recipient is notified of another user's action. */
    public boolean isOfAnother() {
        return !actor.id().equals(recipient);
    }

    /** The users that must exist for the notification to exist. */
    public Set<UUID> users() {
        return isOfAnother() ? Set.of(recipient, actor.id()) : Set.of(recipient);
    }

    /**
     * The subjects that its key is listed under. Users' own actions are not listed: their
     * notifications are removed with the row, or by key.
     */
    public Set<Entity> subjects() {
        return isOfAnother() ? Set.copyOf(List.of(Entity.user(actor.id()), entity)) : Set.of();
    }

    public Notification numbered(long seq) {
        return new Notification(new NotificationId(recipient, seq), this);
    }
}
