package dev.socialhub.posts.author;

import java.util.Optional;

/** The accounts that auth keeps. */
interface Accounts {

    /**
     * Asks for an account by its id or lower-case username.
     *
     * @throws AccountsUnavailable when auth doesn't answer
     */
    Optional<Account> find(PersonName person);
}
