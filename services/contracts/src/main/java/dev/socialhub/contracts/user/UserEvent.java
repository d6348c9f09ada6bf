package dev.socialhub.contracts.user;

import dev.socialhub.contracts.event.EventData;
import java.util.UUID;

/**
 * Something that happened to an account, its profile, or between two people. Keyed by the id of the
 * person who acted.
 */
public sealed interface UserEvent extends EventData
        permits UserRegistered, UserProfileUpdated, UserDeleted, EdgeEvent {

    /**
     * What a topic of users' events brings.
     *
     * @throws IllegalStateException if it is about something else
     */
    static UserEvent of(EventData data) {
        if (data instanceof UserEvent event) {
            return event;
        }
        throw new IllegalStateException("not about a user: " + data.getClass());
    }

    /** Who acted. */
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
