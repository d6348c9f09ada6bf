package dev.socialhub.auth.password;

import dev.socialhub.shared.problem.ProblemException;

/**
 * Creates and verifies password hashes. Both operations cost the same, and are expensive; when more
 * are requested than can be done soon, the rest are refused with 503.
 */
public interface Passwords {

    /**
     * Returns a PHC string to store. Every way in which a keyboard encodes the password is
     * equivalent.
     *
     * @throws ProblemException 503 when too many tasks are waiting
     */
    String hash(String password);

    /**
     * Whether that hash was made from this password. Costs twice as much for a password that {@link
     * TypedPassword#normalised} changes, unless the first comparison succeeds.
     *
     * @throws ProblemException 503 when too many tasks are waiting
     */
    PasswordCheck verify(String hash, String password);

    /**
     * Takes as long as {@link #verify} without a result: for accounts that don't exist.
     *
     * @throws ProblemException 503 when too many tasks are waiting
     */
    void pretendToVerify(String password);
}
