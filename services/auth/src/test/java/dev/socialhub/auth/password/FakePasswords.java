package dev.socialhub.auth.password;

import java.util.concurrent.atomic.AtomicInteger;

/** Passwords that cost nothing, and are counted. */
public final class FakePasswords implements Passwords {

    public final AtomicInteger hashed = new AtomicInteger();
    public final AtomicInteger verified = new AtomicInteger();
    public final AtomicInteger pretended = new AtomicInteger();

    @Override
    public String hash(String password) {
        hashed.incrementAndGet();
        return "hash of " + password;
    }

    @Override
    public boolean verify(String hash, String password) {
        verified.incrementAndGet();
        return hash.equals("hash of " + password);
    }

    @Override
    public void pretendToVerify(String password) {
        pretended.incrementAndGet();
    }
}
