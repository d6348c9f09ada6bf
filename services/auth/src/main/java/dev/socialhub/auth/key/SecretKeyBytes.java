package dev.socialhub.auth.key;

import java.util.Base64;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** A secret of 32 bytes that is read from the environment. */
public final class SecretKeyBytes {

    private static final int LENGTH = 32;

    private final byte[] bytes;

    private SecretKeyBytes(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * Reads a setting.
     *
     * @param variable the variable to name in the error
     * @throws IllegalArgumentException when it is not base64 of 32 bytes; the message says no more
     */
    public static SecretKeyBytes parse(String variable, String base64) {
        byte[] decoded;
        try {
            decoded = Base64.getDecoder().decode(base64.strip());
        } catch (IllegalArgumentException e) {
            decoded = new byte[0];
        }
        if (decoded.length != LENGTH) {
            throw new IllegalArgumentException(
                    variable
                            + " must be set to base64 of 32 random bytes (openssl rand -base64"
                            + " 32)");
        }
        return new SecretKeyBytes(decoded);
    }

    /** The key for one algorithm. */
    public SecretKey toKey(String algorithm) {
        return new SecretKeySpec(bytes, algorithm);
    }

    @Override
    public String toString() {
        return "SecretKeyBytes[hidden]";
    }
}
