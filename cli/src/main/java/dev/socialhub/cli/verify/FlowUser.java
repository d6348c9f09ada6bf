package dev.socialhub.cli.verify;

import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * A user that is generated for one run of the whole flow.
 *
 * @param username random, so that no two runs have the same
 */
record FlowUser(String username, String name, String email, String password) {
    static final String PREFIX = "verify_";

    private static final int BYTES = 8;

    static FlowUser random(SecureRandom random, String name) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String username = PREFIX + HexFormat.of().formatHex(bytes);
        random.nextBytes(bytes);
        // A password with every kind of character, to satisfy any rule.
        String password = "Vf-" + HexFormat.of().formatHex(bytes) + "-Q7";
        return new FlowUser(username, name, username + "@verify.invalid", password);
    }
}
