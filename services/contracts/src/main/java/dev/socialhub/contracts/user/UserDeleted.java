package dev.socialhub.contracts.user;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.UUID;

/**
 * An account is gone. Every service erases what it holds of the person and remembers the id, so
 * that events which come late, or again, bring nothing back.
 *
 * @param version of the account, higher than any before
 */
@Serdeable
public record UserDeleted(UUID userId, Instant deletedAt, long version) implements UserEvent {}
