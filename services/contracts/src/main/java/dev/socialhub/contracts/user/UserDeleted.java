package dev.socialhub.contracts.user;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.UUID;

/**
 * An account was deleted. Every service erases its data about the user and remembers the id, so
 * that late or repeated events restore nothing.
 *
 * @param version of the account, higher than any before
 */
@Serdeable
public record UserDeleted(UUID userId, Instant deletedAt, long version) implements UserEvent {}
