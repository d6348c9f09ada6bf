package dev.socialhub.auth.signup;

import dev.socialhub.auth.account.Account;
import dev.socialhub.auth.session.Session;
import org.jspecify.annotations.Nullable;

/** The single transaction of a sign-up. */
@FunctionalInterface
interface RegisterAccount {

    /**
     * Writes account, key, event and first session, or nothing.
     *
     * @return the session; null when a concurrent request has just taken the key
     * @throws dev.socialhub.shared.problem.ProblemException 409 when name or address is taken
     */
    @Nullable Session register(
            Account account, @Nullable SignUpKey key, @Nullable String userAgent);
}
