package dev.socialhub.contracts.user;

import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;

/**
 * A profile has a new version: its owner edited any part of it, or it was updated from a newer
 * account. Published once for every version, even when the name is unchanged, so a consumer sees no
 * gap. Never published for a new profile, which contains nothing beyond {@link UserRegistered}.
 *
 * @param name the display name, shown beside what the user wrote
 * @param version of the profile, which is independent of the account's
 */
@Serdeable
public record UserProfileUpdated(UUID userId, String username, String name, long version)
        implements UserEvent {}
