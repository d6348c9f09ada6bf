package dev.socialhub.auth.account;

import java.util.Optional;
import java.util.UUID;

/** The store of accounts. */
public interface Accounts {

    /** Adds a new account, unless its name or address is taken; returns whether it did. */
    boolean add(Account account);

    /** Replaces the account's hash with a new one, unless the stored hash has changed meanwhile. */
    void replaceHash(Account account, String hash);

    /** Which of the two another account has, if any; the name is checked first. */
    Optional<Taken> taken(Username username, EmailAddress email);

    /** Whether any account, active or deleted, has or had this name. */
    boolean isTaken(Username username);

    Optional<Account> byId(UUID id);

    Optional<Account> byUsername(Username username);

    Optional<Account> byEmail(EmailAddress email);

    /** A value that must be unique among accounts. */
    enum Taken {
        USERNAME,
        EMAIL
    }
}
