package dev.socialhub.auth.session;

import dev.socialhub.auth.account.AccountView;
import io.micronaut.serde.annotation.Serdeable;

/**
 * The answer to a user that has signed in.
 *
 * @param token the access token
 * @param expiresIn the lifetime of the access token, in seconds
 */
@Serdeable
public record SignedIn(
        String message,
        AccountView user,
        String token,
        String refreshToken,
        String tokenType,
        long expiresIn) {

    /** Omits the tokens. */
    @Override
    public String toString() {
        return "SignedIn[" + user.id() + "]";
    }
}
