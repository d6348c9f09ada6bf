package dev.socialhub.accounts;

/** auth could not be asked. */
public final class AccountsUnavailable extends RuntimeException {

    public AccountsUnavailable(Exception cause) {
        super("auth could not be asked for an account", cause);
    }
}
