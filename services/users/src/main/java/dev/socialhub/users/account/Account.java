package dev.socialhub.users.account;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.UUID;

/**
 * What auth says of an account.
 *
 * @param version grows with every change of the account, 1 at first
 */
@Serdeable
public record Account(UUID id, String username, String name, Instant createdAt, long version) {}
