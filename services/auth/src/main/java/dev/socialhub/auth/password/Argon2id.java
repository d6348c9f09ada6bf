package dev.socialhub.auth.password;

import com.goterl.lazysodium.SodiumJava;
import com.goterl.lazysodium.interfaces.PwHash;
import com.sun.jna.NativeLong;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Argon2id with the parameters that OWASP recommends: 19 MiB, two passes, one lane. libsodium
 * writes standard PHC strings, so any other implementation can read them.
 */
@Singleton
final class Argon2id implements HashFunction {

    private static final long PASSES = 2;
    private static final NativeLong MEMORY_BYTES = new NativeLong(19 * 1024 * 1024);

    private final SodiumJava sodium = new SodiumJava();

    @Override
    public String hash(byte[] password) {
        byte[] phc = new byte[PwHash.STR_BYTES];
        int result = sodium.crypto_pwhash_str(phc, password, password.length, PASSES, MEMORY_BYTES);
        if (result != 0) {
            throw new IllegalStateException("no memory for a password hash");
        }
        int length = 0;
        while (length < phc.length && phc[length] != 0) {
            length++;
        }
        return new String(phc, 0, length, StandardCharsets.US_ASCII);
    }

    @Override
    public boolean verify(String hash, byte[] password) {
        byte[] ascii = hash.getBytes(StandardCharsets.US_ASCII);
        byte[] terminated = Arrays.copyOf(ascii, PwHash.STR_BYTES);
        return sodium.crypto_pwhash_str_verify(terminated, password, password.length) == 0;
    }
}
