package dev.socialhub.ops.counter;

import org.jspecify.annotations.Nullable;

/**
 * Counts that this service keeps of its own rows, so as not to count them each time. Implement it
 * as a bean; operators can then have them verified and recounted. They are processed in the order
 * of their keys.
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

    /** Compares the counts after a key, or from the first on, with what they count. */
    CountedPage verify(@Nullable String after, int limit);

    /** Does the same, and corrects the wrong ones. */
    CountedPage recount(@Nullable String after, int limit);
}
