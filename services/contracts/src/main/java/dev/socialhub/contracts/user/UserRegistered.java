package dev.socialhub.contracts.user;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.UUID;

/**
 * An account was created. Contains no e-mail address: events stay on the bus longer than accounts
 * exist.
 *
 * @param version of the account, 1
 */
@Serdeable
public record UserRegistered(
        UUID userId, String username, String name, Instant registeredAt, long version)
        implements UserEvent {}
