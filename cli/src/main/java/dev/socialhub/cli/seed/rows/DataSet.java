package dev.socialhub.cli.seed.rows;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The values that determine every row: two worlds of equal data sets are equal.
 *
 * @param number which of all worlds of these sizes
 * @param until the end of the time that everything happens in
 * @param graph the follow graph from a file; null for a generated graph
 */
public record DataSet(long number, DataSetSizes sizes, Instant until, @Nullable GraphFile graph) {
    private static final int TAG_LENGTH = 5;
    private static final int BASE = 36;

    /** Names the data set, in 64 hexadecimal digits. */
    public String fingerprint() {
        return HexFormat.of().formatHex(digest());
    }

    /** The seed of all random numbers. */
    long key() {
        byte[] digest = digest();
        long key = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            key = (key << 8) | (digest[i] & 0xff);
        }
        return key;
    }

    /**
     * A few letters that all its usernames end with, so that the users of another data set have
     * other names.
     */
    String tag() {
        long number = 0;
        byte[] digest = digest();
        for (int i = Long.BYTES; i < 2 * Long.BYTES - 1; i++) {
            number = (number << 8) | (digest[i] & 0xff);
        }
        String text = "0".repeat(TAG_LENGTH) + Long.toString(number, BASE);
        return text.substring(text.length() - TAG_LENGTH);
    }

    private byte[] digest() {
        String text =
                "1 %d %d %d %d %d %s"
                        .formatted(
                                number,
                                sizes.users(),
                                sizes.posts(),
                                sizes.follows(),
                                until.toEpochMilli(),
                                graph == null ? "-" : graph.digest());
        return sha256(text.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
