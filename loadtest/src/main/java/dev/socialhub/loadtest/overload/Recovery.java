package dev.socialhub.loadtest.overload;

import dev.socialhub.loadtest.overload.PhaseLog.Second;
import java.util.List;

/**
 * How soon a platform serves half of its best rate as it did before it was offered too much: as
 * many requests, and 99 of 100 in about the same time.
 */
final class Recovery {

    /** A second of half load has few slow requests, so that its worst ones vary. */
    private static final double TOLERANCE = 2;

    /** In milliseconds: an answer this fast counts as recovered, whatever it took before. */
    private static final double ALWAYS_RECOVERED_MILLIS = 50;

    /** This many good seconds in a row are no coincidence. */
    private static final int REQUIRED_SECONDS = 3;

    private final double allowedMillis;
    private final double allowedOthers;

    /**
     * @param before seconds of the same rate, before the overload
     */
    Recovery(List<Second> before) {
        double slowest = before.stream().mapToDouble(Second::p99).max().orElse(0);
        this.allowedMillis = Math.max(ALWAYS_RECOVERED_MILLIS, TOLERANCE * slowest);
        this.allowedOthers = before.stream().mapToDouble(Recovery::others).max().orElse(0);
    }

    /**
     * Seconds until the first of those that were as before.
     *
     * @param after seconds of the same rate, from the end of the overload on
     * @return their number if it never was as before
     */
    int seconds(List<Second> after) {
        int row = 0;
        for (int second = 0; second < after.size(); second++) {
            row = isRecovered(after.get(second)) ? row + 1 : 0;
            if (row == REQUIRED_SECONDS) {
                return second + 1 - REQUIRED_SECONDS;
            }
        }
        return after.size();
    }

    private boolean isRecovered(Second second) {
        return second.succeeded() > 0
                && others(second) <= allowedOthers
                && second.p99() <= allowedMillis;
    }

    /** The part of a second's requests that didn't succeed. */
    private static double others(Second second) {
        long all = second.succeeded() + second.others();
        return all == 0 ? 0 : second.others() / (double) all;
    }
}
