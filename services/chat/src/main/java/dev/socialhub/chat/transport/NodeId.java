package dev.socialhub.chat.transport;

import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * Names this instance, as long as it runs. Session ids begin with it, so that the gateway can send
 * the requests of a session to the instance that has it.
 */
@Singleton
final class NodeId {

    private static final int LENGTH = 8;
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";

    /** 120 bits, which are not guessed. */
    private static final int RANDOM_BYTES = 15;

    private final SecureRandom random = new SecureRandom();
    private final String id =
            random.ints(LENGTH, 0, LETTERS.length())
                    .mapToObj(LETTERS::charAt)
                    .collect(StringBuilder::new, StringBuilder::append, StringBuilder::append)
                    .toString();

    @Override
    public String toString() {
        return id;
    }

    String newSessionId() {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        return id + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
