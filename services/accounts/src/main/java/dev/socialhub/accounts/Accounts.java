package dev.socialhub.accounts;

import dev.socialhub.contracts.account.Account;
import java.util.Optional;

/** The accounts that auth keeps. */
public interface Accounts {

    /**
     * Asks for an account by its id or lower-case username.
     *
     * @throws AccountsUnavailable when auth doesn't answer
     */
    Optional<Account> find(PersonName person);
}
