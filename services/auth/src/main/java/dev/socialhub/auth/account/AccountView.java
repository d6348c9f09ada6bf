package dev.socialhub.auth.account;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** An account as its owner sees it. */
@Serdeable
public record AccountView(
        UUID id,
        String name,
        String username,
        String email,
        List<String> roles,
        Instant createdAt) {

    public AccountView {
        roles = List.copyOf(roles);
    }

    public static AccountView of(Account account) {
        return new AccountView(
                account.id(),
                account.name(),
                account.username().value(),
                account.email().value(),
                account.roles(),
                account.createdAt());
    }
}
