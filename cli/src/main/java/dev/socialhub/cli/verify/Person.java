package dev.socialhub.cli.verify;

import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * Somebody made up for one run of the whole flow.
 *
 * @param username random, so that no two runs meet
 */
record Person(String username, String name, String email, String password) {
    static final String PREFIX = "verify_";

    private static final int BYTES = 8;

    static Person random(SecureRandom random, String name) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String username = PREFIX + HexFormat.of().formatHex(bytes);
        random.nextBytes(bytes);
        // A password of every kind of letter, for whatever rule there is.
        String password = "Vf-" + HexFormat.of().formatHex(bytes) + "-Q7";
        return new Person(username, name, username + "@verify.invalid", password);
    }
}
