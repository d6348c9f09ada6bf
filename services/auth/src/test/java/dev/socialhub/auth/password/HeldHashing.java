package dev.socialhub.auth.password;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.util.concurrent.CountDownLatch;

/** A hash that takes as long as the test wants. */
@Singleton
@Replaces(Argon2id.class)
@Requires(property = "test.held-hashing")
public final class HeldHashing implements HashFunction {

    public final CountDownLatch release = new CountDownLatch(1);

    @Override
    public String hash(byte[] password) {
        return "held";
    }

    @Override
    public boolean verify(String hash, byte[] password) {
        try {
            release.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return false;
    }
}
