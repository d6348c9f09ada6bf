package dev.socialhub.auth.account;

import java.util.Optional;
import java.util.UUID;

/** Where accounts are kept. */
public interface Accounts {

    /** Adds a new account, unless its name or address is taken; says whether it did. */
    boolean add(Account account);

    /** Puts a new hash in place of the one that the account has here, unless that has changed. */
    void replaceHash(Account account, String hash);

    /** Which of the two somebody else has, if any; the name is looked at first. */
    Optional<Taken> taken(Username username, EmailAddress email);

    /** Whether anybody ever took this name, active or not. */
    boolean isTaken(Username username);

    Optional<Account> byId(UUID id);

    Optional<Account> byUsername(Username username);

    Optional<Account> byEmail(EmailAddress email);

    /** What can be had only once. */
    enum Taken {
        USERNAME,
        EMAIL
    }
}
