package dev.socialhub.contracts.user;

import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;

/**
 * A profile has come to another version: its owner edited any part of it, or it was brought in line
 * with a newer account. Sent once for every version, also when the name stayed as it was, so a
 * consumer sees no gap; never for a new profile, which says nothing that {@link UserRegistered}
 * doesn't say.
 *
 * @param name as others show it beside what the person wrote
 * @param version of the profile, which has nothing to do with the account's
 */
@Serdeable
public record UserProfileUpdated(UUID userId, String username, String name, long version)
        implements UserEvent {}
