package dev.socialhub.auth.account;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Somebody's account.
 *
 * @param passwordHash a PHC string
 * @param version grows with every change that others are told of
 */
@Introspected
public record Account(
        UUID id,
        Username username,
        EmailAddress email,
        String name,
        String passwordHash,
        List<String> roles,
        long version,
        Instant createdAt) {

    public Account {
        roles = List.copyOf(roles);
    }

    /** What other services may know of it. */
    dev.socialhub.contracts.account.Account published() {
        return new dev.socialhub.contracts.account.Account(
                id, username.value(), name, createdAt, version);
    }

    /** Without what nobody should read in a log. */
    @Override
    public String toString() {
        return "Account[" + id + "]";
    }
}
