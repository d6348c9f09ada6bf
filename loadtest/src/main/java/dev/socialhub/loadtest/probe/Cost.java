package dev.socialhub.loadtest.probe;

import org.jspecify.annotations.Nullable;

/**
 * What was measured.
 *
 * @param operations that were done
 * @param seconds that they took together
 * @param cpuNanos of the side that plays the service
 * @param otherNanos of PostgreSQL meanwhile; null where it has no part
 */
public record Cost(long operations, double seconds, long cpuNanos, @Nullable Long otherNanos) {

    /** For work in which no other process has a part. */
    public static Cost of(long operations, double seconds, long cpuNanos) {
        return new Cost(operations, seconds, cpuNanos, null);
    }
}
