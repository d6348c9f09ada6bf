package dev.socialhub.notifications.notification;

import java.time.Instant;
import java.util.UUID;

/** Which notifications an event takes back, or brings back. */
sealed interface Retraction {

    /**
     * The one of this key.
     *
     * @param state as in {@link Retracted}
     * @param at when the event happened
     */
    record OfKey(String key, long state, Instant at) implements Retraction {}

    /**
     * Those that tell a person of this subject, for good.
     *
     * @param until the time of the latest that is taken back
     */
    record OfSubject(Entity subject, UUID recipient, Instant until) implements Retraction {}

    /** Those that tell other people of this person, who is deleted; nothing of them may be left. */
    record OfDeleted(UUID person) implements Retraction {}
}
