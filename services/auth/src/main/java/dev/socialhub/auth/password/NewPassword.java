package dev.socialhub.auth.password;

import com.nulabinc.zxcvbn.Zxcvbn;
import dev.socialhub.shared.problem.ProblemException;
import jakarta.inject.Singleton;
import java.util.List;

/** Decides whether a password is strong enough for a new account. */
@Singleton
public final class NewPassword {

    static final int MIN_LENGTH = 8;
    static final int MAX_LENGTH = 128;

    private static final String TOO_LONG = "must be at most " + MAX_LENGTH + " characters long";

    /** On zxcvbn's scale of 0 to 4; "safely unguessable" begins here. */
    private static final int LEAST_SCORE = 3;

    /** A code point has at most two chars, and NFC combines at most three code points into one. */
    private static final int MAX_TYPED_CHARS = 6 * MAX_LENGTH;

    /**
     * zxcvbn takes five seconds for a hundred characters of leetspeak and a tenth of a second for
     * 24. A password is at least as strong as any part of it, so a strong part is enough.
     */
    private static final int MEASURED_LENGTH = 24;

    private final Zxcvbn zxcvbn = new Zxcvbn();
    private final HashingPool pool;

    NewPassword(HashingPool pool) {
        this.pool = pool;
    }

    /**
     * Accepts the password or throws. Lengths are those of the normalised password, since that form
     * is hashed.
     *
     * @param typed the password as typed
     * @param known what an attacker would try first: the user's name, username, address
     * @throws ProblemException 422 for the field {@code password}; 503 when too many tasks are
     *     waiting
     */
    public void check(String typed, List<String> known) {
        if (!TypedPassword.isWellFormed(typed)) {
            throw refused("must be valid Unicode text");
        }
        if (typed.length() > MAX_TYPED_CHARS) {
            throw refused(TOO_LONG);
        }
        String password = TypedPassword.normalised(typed);
        int length = password.codePointCount(0, password.length());
        if (length < MIN_LENGTH) {
            throw refused("must be at least " + MIN_LENGTH + " characters long");
        }
        if (length > MAX_LENGTH) {
            throw refused(TOO_LONG);
        }
        if (!pool.run(() -> isHardToGuess(password, known))) {
            throw refused("is too easy to guess; add another word or two");
        }
    }

    private boolean isHardToGuess(String password, List<String> known) {
        int length = password.length();
        if (length <= MEASURED_LENGTH) {
            return isStrong(password, known);
        }
        return isStrong(password.substring(0, MEASURED_LENGTH), known)
                || isStrong(password.substring(length - MEASURED_LENGTH), known);
    }

    private boolean isStrong(String part, List<String> known) {
        return zxcvbn.measure(part, known).getScore() >= LEAST_SCORE;
    }

    private static ProblemException refused(String message) {
        return ProblemException.invalid("password", message);
    }
}
