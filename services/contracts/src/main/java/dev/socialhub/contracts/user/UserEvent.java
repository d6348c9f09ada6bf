package dev.socialhub.contracts.user;

import dev.socialhub.contracts.event.EventData;
import java.util.UUID;

/** An event about an account, its profile, or two users. Keyed by the id of the user that acted. */
public sealed interface UserEvent extends EventData
        permits UserRegistered, UserProfileUpdated, UserDeleted, EdgeEvent {

    /**
     * Casts the data of an event from a topic of users' events.
     *
     * @throws IllegalStateException if it is about something else
     */
    static UserEvent of(EventData data) {
        if (data instanceof UserEvent event) {
            return event;
        }
        throw new IllegalStateException("not about a user: " + data.getClass());
    }

    /** The user that acted. */
    UUID userId();

    @Override
    default String subject() {
        return userId().toString();
    }

    @Override
    default String partitionKey() {
        return userId().toString();
    }
}
