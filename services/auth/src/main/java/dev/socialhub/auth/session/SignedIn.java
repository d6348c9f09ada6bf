package dev.socialhub.auth.session;

import dev.socialhub.auth.account.AccountView;
import io.micronaut.serde.annotation.Serdeable;

/**
 * What somebody gets who has proved who they are.
 *
 * @param token the access token
 * @param expiresIn how many seconds the access token is good
 */
@Serdeable
public record SignedIn(
        String message,
        AccountView user,
        String token,
        String refreshToken,
        String tokenType,
        long expiresIn) {

    /** Without the tokens. */
    @Override
    public String toString() {
        return "SignedIn[" + user.id() + "]";
    }
}
