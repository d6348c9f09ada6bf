package dev.socialhub.contracts.user;

import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;

/**
 * The parts of a profile that others show beside what a person wrote have changed.
 *
 * @param version of the profile
 */
@Serdeable
public record UserProfileUpdated(UUID userId, String username, String name, long version)
        implements UserEvent {}
