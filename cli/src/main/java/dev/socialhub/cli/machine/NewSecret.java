package dev.socialhub.cli.machine;

import java.security.SecureRandom;
import java.util.Base64;

/** Values of secrets, 256 bits each. */
public final class NewSecret {
    private static final int BYTES = 32;

    private NewSecret() {}

    /**
     * One for a variable. Keys are plain base64; everything else uses letters that need no quoting
     * in a URL or a shell.
     */
    public static String of(String variable, SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return variable.endsWith("_KEY")
                ? Base64.getEncoder().encodeToString(bytes)
                : Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
