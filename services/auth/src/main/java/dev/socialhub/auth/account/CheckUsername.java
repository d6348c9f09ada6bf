package dev.socialhub.auth.account;

import jakarta.inject.Singleton;
import java.util.Optional;

/** Checks a username before the user has filled in the whole form. */
@Singleton
final class CheckUsername {

    private final Accounts accounts;

    CheckUsername(Accounts accounts) {
        this.accounts = accounts;
    }

    Availability check(String typed) {
        Optional<Username> username =
                Username.parse(TypedIdentifier.trimmed(typed)).filter(Username::isWellFormed);
        if (username.isEmpty()) {
            return Availability.MALFORMED;
        }
        if (username.get().isReserved()) {
            return Availability.RESERVED;
        }
        return accounts.isTaken(username.get()) ? Availability.TAKEN : Availability.FREE;
    }
}
