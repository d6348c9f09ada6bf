package dev.socialhub.shared.paging;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.QueryValue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.function.Function;
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
    public TimeCursor after() {
        return from(TimeCursor.NEWEST, TimeCursor::decoded);
    }

    /** The row to begin after, in an oldest-first list. */
    public TimeCursor afterOldest() {
        return from(TimeCursor.OLDEST, TimeCursor::decoded);
    }

    /** The number to begin below, in a numbered list. */
    public SequenceCursor below() {
        return from(SequenceCursor.NEWEST, SequenceCursor::decoded);
    }

    /** The row to begin after, in a list with the greatest count first. */
    public CountCursor belowCount() {
        return from(CountCursor.GREATEST, CountCursor::decoded);
    }

    /** How many rows to read for {@link Page#of}: the last one only tells that there is more. */
    public int rows() {
        return limit + 1;
    }

    private <C extends Cursor> C from(C newest, Function<String, C> decoded) {
        return cursor == null || cursor.isEmpty() ? newest : decoded.apply(cursor);
    }
}
