package dev.socialhub.loadtest.overload;

import java.util.List;

/**
 * How long the parts of a run last, besides the overload itself.
 *
 * @param callers of each step by which the best rate is looked for
 * @param stepSeconds of each of them
 * @param restSeconds without load, so that nothing of the steps is left
 * @param halfSeconds of half the best rate, before the overload
 * @param recoverySeconds of the same after it
 */
public record OverloadPhases(
        List<Integer> callers,
        int stepSeconds,
        int restSeconds,
        int halfSeconds,
        int recoverySeconds) {

    /** What a run takes. */
    public static final OverloadPhases USUAL =
            new OverloadPhases(List.of(2, 4, 8, 16, 32, 64), 5, 2, 10, 15);

    public OverloadPhases {
        callers = List.copyOf(callers);
    }

    /** From the end of the warm-up to the beginning of the overload. */
    public int secondsBefore() {
        return callers.size() * stepSeconds + restSeconds + halfSeconds;
    }
}
