package dev.socialhub.auth.directory;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.QueryValue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which accounts are requested.
 *
 * @param query part of a username, name or address, in upper or lower case; null for all
 * @param status null for all
 * @param after the id after which the page begins; null for the first page
 * @param limit the maximum number of accounts, 1 to 1000
 */
@Introspected
record DirectoryQuery(
        @Nullable @QueryValue @Size(max = 254) @Pattern(regexp = "\\P{Cntrl}*") String query,
        @Nullable @QueryValue @Pattern(regexp = "[a-z]{1,20}") String status,
        @Nullable @QueryValue UUID after,
        @QueryValue(defaultValue = "100") @Min(1) @Max(1_000) int limit) {}
