package dev.socialhub.ops.projection;

import org.jspecify.annotations.Nullable;

/**
 * A row that a copy and its owner don't agree on. The copy's was read first.
 *
 * @param held the copy's row, null when it has none
 * @param owned the owner's row, null when it has none
 */
public record ProjectionDifference<R>(
        String key, Verdict verdict, @Nullable R held, @Nullable R owned, String detail) {

    /** In words, for operators: {@code follow:<from>:<to> behind: 2 < 3}. */
    String text() {
        return key + " " + verdict.word() + ": " + detail;
    }
}
