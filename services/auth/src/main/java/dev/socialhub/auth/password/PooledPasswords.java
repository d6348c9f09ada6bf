package dev.socialhub.auth.password;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micronaut.context.annotation.Context;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;

/**
 * Hashes in the pool. Created at start, so that a machine that can't run libsodium is detected
 * then.
 */
@Context
final class PooledPasswords implements Passwords {

    private final HashFunction function;
    private final HashingPool pool;
    private final Timer timer;
    private final String dummyHash;

    PooledPasswords(HashFunction function, HashingPool pool, MeterRegistry meters) {
        this.function = function;
        this.pool = pool;
        this.timer =
                Timer.builder("password.hashing")
                        .description("Password hashes computed")
                        .register(meters);
        this.dummyHash = function.hash(bytes("nobody's password"));
    }

    @Override
    public String hash(String password) {
        byte[] normalised = bytes(TypedPassword.normalised(password));
        return timed(() -> function.hash(normalised));
    }

    @Override
    public PasswordCheck verify(String hash, String password) {
        String normalised = TypedPassword.normalised(password);
        if (isRight(hash, normalised)) {
            return PasswordCheck.RIGHT;
        }
        // Older hashes were made from the password as typed.
        return !normalised.equals(password) && isRight(hash, password)
                ? PasswordCheck.RIGHT_FOR_OLD_HASH
                : PasswordCheck.WRONG;
    }

    private boolean isRight(String hash, String password) {
        return timed(() -> function.verify(hash, bytes(password)));
    }

    @Override
    public void pretendToVerify(String password) {
        // Verifies twice where a real account would be verified twice, so that the time reveals
        // nothing.
        verify(dummyHash, password);
    }

    private <T> T timed(Callable<T> work) {
        return pool.run(() -> timer.recordCallable(work));
    }

    private static byte[] bytes(String password) {
        return password.getBytes(StandardCharsets.UTF_8);
    }
}
