package dev.socialhub.contracts.account;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.UUID;

/**
 * What other services may know of an account: the response of auth's {@code GET
 * /internal/accounts/{idOrUsername}}.
 *
 * @param version grows with every change that is published to other services
 */
@Serdeable
public record PublishedAccount(
        UUID id, String username, String name, Instant createdAt, long version) {}
