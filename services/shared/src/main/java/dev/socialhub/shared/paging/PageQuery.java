package dev.socialhub.shared.paging;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.QueryValue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * The two query parameters of every list. Take it as {@code @Valid @RequestBean}.
 *
 * @param limit how many items at most, 1 to 100
 * @param cursor where to go on, from the {@code nextCursor} of the page before
 */
@Introspected
public record PageQuery(
        @QueryValue(defaultValue = "20") @Min(1) @Max(100) int limit,
        @Nullable @QueryValue @Size(max = 200) String cursor) {

    /** The row to begin after, in a newest-first list. */
    public Cursor after() {
        return cursor == null || cursor.isEmpty() ? Cursor.NEWEST : Cursor.decoded(cursor);
    }
}
