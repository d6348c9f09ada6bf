package dev.socialhub.users.account;

/** auth could not be asked. */
public final class AccountsUnavailable extends RuntimeException {

    AccountsUnavailable(Exception cause) {
        super("auth could not be asked for an account", cause);
    }
}
