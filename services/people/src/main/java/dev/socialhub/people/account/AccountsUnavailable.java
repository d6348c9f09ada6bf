package dev.socialhub.people.account;

/** auth could not be asked. */
public final class AccountsUnavailable extends RuntimeException {

    public AccountsUnavailable(Exception cause) {
        super("auth did not answer a request for an account", cause);
    }
}
