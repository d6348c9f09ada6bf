package dev.socialhub.posts.author;

/** auth could not be asked. */
final class AccountsUnavailable extends RuntimeException {

    AccountsUnavailable(Exception cause) {
        super("auth could not be asked for an account", cause);
    }
}
