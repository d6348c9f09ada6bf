package dev.socialhub.chat.socket;

import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.Base64;

/** Ids that can't be guessed, 120 bits of them. */
@Singleton
final class PrivateIds {

    private static final int BYTES = 15;

    private final SecureRandom random = new SecureRandom();

    String next() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().encodeToString(bytes);
    }

    /** Whether a client's text has the form of such an id, so that it may be part of a key. */
    static boolean isWellFormed(String id) {
        return id.matches("[A-Za-z0-9_-]{20}");
    }
}
