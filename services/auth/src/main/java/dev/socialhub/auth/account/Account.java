package dev.socialhub.auth.account;

import dev.socialhub.contracts.account.PublishedAccount;
import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The account of a user.
 *
 * @param passwordHash a PHC string
 * @param version increases with every change that is published to other services
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

    /** The part of the account that other services may see. */
    PublishedAccount published() {
        return new PublishedAccount(id, username.value(), name, createdAt, version);
    }

    /** Omits the fields that must not appear in a log. */
    @Override
    public String toString() {
        return "Account[" + id + "]";
    }
}
