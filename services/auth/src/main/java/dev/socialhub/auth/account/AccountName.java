package dev.socialhub.auth.account;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.UUID;

/** What other services may know of an account. */
@Serdeable
record AccountName(UUID id, String username, String name, Instant createdAt, long version) {

    static AccountName of(Account account) {
        return new AccountName(
                account.id(),
                account.username().value(),
                account.name(),
                account.createdAt(),
                account.version());
    }
}
