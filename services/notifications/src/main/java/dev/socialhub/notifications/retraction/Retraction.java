package dev.socialhub.notifications.retraction;

import dev.socialhub.notifications.notification.Entity;
import java.time.Instant;
import java.util.UUID;

/** Which notifications an event retracts or restores. */
public sealed interface Retraction {

    /**
     * The one of this key.
     *
     * @param state as in {@link Retracted}
     * @param at when the event happened
     */
    record OfKey(String key, long state, Instant at) implements Retraction {}

    /**
     * A user's notifications about this subject, retracted permanently.
     *
     * @param until the time of the latest that is taken back
     */
    record OfSubject(Entity subject, UUID recipient, Instant until) implements Retraction {}

    /** Notifications to other users about this deleted user; none of their content may be left. */
    record OfDeleted(UUID person) implements Retraction {}
}
