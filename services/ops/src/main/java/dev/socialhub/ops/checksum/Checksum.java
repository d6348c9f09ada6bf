package dev.socialhub.ops.checksum;

import io.micronaut.serde.annotation.Serdeable;
import java.math.BigInteger;

/**
 * What a table or collection holds, in short.
 *
 * @param digest 16 hexadecimal digits: the same for the same rows, in whatever order they stand
 */
@Serdeable
public record Checksum(String name, long rows, String digest) {

    /**
     * The digest of some rows.
     *
     * @param hashes the sum of the rows' hashes, of which 64 bits count; a sum has no order
     */
    public static Checksum of(String name, long rows, BigInteger hashes) {
        return new Checksum(name, rows, "%016x".formatted(hashes.longValue()));
    }
}
