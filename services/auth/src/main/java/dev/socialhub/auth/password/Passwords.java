package dev.socialhub.auth.password;

import dev.socialhub.shared.problem.ProblemException;

/**
 * Makes and checks password hashes. Both cost the same, and plenty; with more of them asked for
 * than can be done soon, the rest are refused with 503.
 */
public interface Passwords {

    /**
     * A PHC string to keep, the same for every way in which a keyboard writes the password.
     *
     * @throws ProblemException 503 when too many are waiting
     */
    String hash(String password);

    /**
     * Whether this password made that hash. Costs twice as much for a password that {@link
     * TypedPassword#normalised} changes, unless it is right at once.
     *
     * @throws ProblemException 503 when too many are waiting
     */
    PasswordCheck verify(String hash, String password);

    /**
     * Takes as long as {@link #verify} and learns nothing: for accounts that don't exist.
     *
     * @throws ProblemException 503 when too many are waiting
     */
    void pretendToVerify(String password);
}
