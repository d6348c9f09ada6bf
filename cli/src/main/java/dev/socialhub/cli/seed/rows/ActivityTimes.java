package dev.socialhub.cli.seed.rows;

/**
 * The times at which users act: by day and in the evening of their own time zone, seldom at night.
 */
final class ActivityTimes {
    static final long HOUR = 3_600_000;
    static final long DAY = 24 * HOUR;

    /** The activity in each hour of the day, relative to the busiest. */
    private static final double[] BUSY = {
        .25, .12, .06, .04, .05, .10, .25, .45, .60, .60, .60, .65,
        .75, .70, .60, .60, .65, .75, .85, .95, 1.0, 1.0, .80, .50
    };

    private static final int TRIES = 30;

    private ActivityTimes() {}

    /**
     * A random moment between two.
     *
     * @param from milliseconds since 1970, inclusive
     * @param to the end, exclusive
     * @param hours the offset of the user's time zone from UTC
     */
    static long between(long from, long to, int hours, SeededRandom random) {
        long moment = from;
        for (int i = 0; i < TRIES; i++) {
            moment = from + (long) (random.unit() * (to - from));
            if (random.chance(BUSY[hour(moment, hours)])) {
                return moment;
            }
        }
        return moment;
    }

    /** The hour in the user's time zone. */
    static int hour(long moment, int hours) {
        return (int) Math.floorMod(moment / HOUR + hours, 24L);
    }
}
