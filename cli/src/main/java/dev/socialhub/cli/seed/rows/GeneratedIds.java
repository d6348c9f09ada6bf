package dev.socialhub.cli.seed.rows;

import java.util.UUID;

/**
 * UUIDv7 of a time and bits that are always the same for a row: a row that is written twice is the
 * same row.
 */
final class GeneratedIds {
    private GeneratedIds() {}

    static UUID of(long millis, SeededRandom bits) {
        long high = (millis << 16) | 0x7000 | (bits.next() >>> 52);
        long low = (bits.next() >>> 2) | Long.MIN_VALUE;
        return new UUID(high, low);
    }
}
