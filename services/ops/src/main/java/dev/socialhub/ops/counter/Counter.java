package dev.socialhub.ops.counter;

import org.jspecify.annotations.Nullable;

/**
 * Counts that this service keeps of its own rows, so as not to count them each time. Implement it
 * as a bean; operators can then have them verified and counted anew. They are gone through in the
 * order of their keys.
 */
public interface Counter {

    /** What operators call it. */
    String name();

    /**
     * Makes sure that a text names one of the counts.
     *
     * @throws dev.socialhub.shared.problem.ProblemException 422 otherwise
     */
    void requireKey(String text);

    /** Holds the counts behind a key, or from the first on, against what they count. */
    CountedPage verify(@Nullable String after, int limit);

    /** Does the same, and makes those right that are wrong. */
    CountedPage recount(@Nullable String after, int limit);
}
