package dev.socialhub.loadtest.overload;

import java.util.List;

/**
 * How long the parts of a run last, besides the overload itself.
 *
 * @param rehearsalCallers of a step before the others, so many that some are refused
 * @param callers of each step by which the best rate is looked for
 * @param stepSeconds of the rehearsal and of each step
 * @param restSeconds without load, after the rehearsal and after the steps
 * @param halfSeconds of half the best rate, before the overload
 * @param recoverySeconds of the same after it
 */
public record OverloadPhases(
        int rehearsalCallers,
        List<Integer> callers,
        int stepSeconds,
        int restSeconds,
        int halfSeconds,
        int recoverySeconds) {

    /** The phases of a usual run. */
    public static final OverloadPhases DEFAULT =
            new OverloadPhases(512, List.of(8, 16, 32, 64), 8, 2, 10, 15);

    public OverloadPhases {
        callers = List.copyOf(callers);
    }

    /** From the end of the warm-up to the beginning of the overload. */
    public int secondsBefore() {
        return (1 + callers.size()) * stepSeconds + 2 * restSeconds + halfSeconds;
    }
}
