package dev.socialhub.ops.page;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.QueryValue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

/**
 * Which stretch of keys is asked for.
 *
 * @param after the key to go on after; none for the first stretch
 * @param limit how many rows at most, 1 to 5000
 * @param examples how many of the rows that aren't right are to be told in words; twice the limit
 *     is all of them
 */
@Introspected
public record OpsPageQuery(
        @Nullable @QueryValue String after,
        @QueryValue(defaultValue = "1000") @Min(1) @Max(5_000) int limit,
        @QueryValue(defaultValue = "10") @Min(0) @Max(10_000) int examples) {}
