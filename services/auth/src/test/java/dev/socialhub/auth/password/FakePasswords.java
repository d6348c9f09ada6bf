package dev.socialhub.auth.password;

import dev.socialhub.shared.problem.ProblemException;
import java.util.concurrent.atomic.AtomicInteger;

/** Password hashes that cost no time, and are counted. */
public final class FakePasswords implements Passwords {

    public final AtomicInteger hashed = new AtomicInteger();
    public final AtomicInteger verified = new AtomicInteger();
    public final AtomicInteger pretended = new AtomicInteger();
    public volatile boolean busy;

    @Override
    public String hash(String password) {
        hashed.incrementAndGet();
        return hashOf(TypedPassword.normalised(password));
    }

    /** A hash of exactly this text. */
    public static String hashOf(String password) {
        return "hash of " + password;
    }

    @Override
    public PasswordCheck verify(String hash, String password) {
        if (busy) {
            throw ProblemException.overloaded("busy", null);
        }
        verified.incrementAndGet();
        if (hash.equals(hashOf(TypedPassword.normalised(password)))) {
            return PasswordCheck.RIGHT;
        }
        return hash.equals(hashOf(password))
                ? PasswordCheck.RIGHT_FOR_OLD_HASH
                : PasswordCheck.WRONG;
    }

    @Override
    public void pretendToVerify(String password) {
        pretended.incrementAndGet();
    }
}
