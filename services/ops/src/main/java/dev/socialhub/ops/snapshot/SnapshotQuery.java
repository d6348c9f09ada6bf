package dev.socialhub.ops.snapshot;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.QueryValue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

/**
 * The requested part of a snapshot.
 *
 * @param after the key to continue after; absent for the first part
 * @param limit how many rows at most, 1 to 5000
 */
@Introspected
record SnapshotQuery(
        @Nullable @QueryValue String after,
        @QueryValue(defaultValue = "1000") @Min(1) @Max(5_000) int limit) {}
