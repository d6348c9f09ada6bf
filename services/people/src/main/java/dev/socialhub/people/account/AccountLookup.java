package dev.socialhub.people.account;

import dev.socialhub.contracts.account.PublishedAccount;
import java.util.Optional;

/** The accounts that auth keeps. */
public interface AccountLookup {

    /**
     * Asks for an account by its id or lower-case username.
     *
     * @throws AccountsUnavailable when auth doesn't answer
     */
    Optional<PublishedAccount> find(UserIdentifier user);
}
