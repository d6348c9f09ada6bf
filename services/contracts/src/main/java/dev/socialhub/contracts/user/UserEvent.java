package dev.socialhub.contracts.user;

import dev.socialhub.contracts.event.EventData;
import java.util.UUID;

/** Something that happened to an account or its profile. Keyed by the user's id. */
public sealed interface UserEvent extends EventData permits UserRegistered, UserProfileUpdated {

    UUID userId();

    @Override
    default String subject() {
        return userId().toString();
    }
}
