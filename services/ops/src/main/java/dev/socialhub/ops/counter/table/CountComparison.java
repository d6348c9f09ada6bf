package dev.socialhub.ops.counter.table;

import java.util.List;
import java.util.UUID;

/**
 * The counts for one id, compared at one moment.
 *
 * @param wrong those that are not what they should be, in words: {@code followers 7, should be 5}
 */
record CountComparison(UUID id, List<String> wrong) {

    CountComparison {
        wrong = List.copyOf(wrong);
    }

    boolean isWrong() {
        return !wrong.isEmpty();
    }

    /** A description for operators. */
    String text() {
        return id + " " + String.join("; ", wrong);
    }
}
