package dev.socialhub.loadtest.run;

import java.util.Arrays;
import java.util.OptionalLong;
import java.util.SplittableRandom;

/**
 * When operations are due. Each second has its exact number of them at moments drawn evenly, which
 * looks like independent users arriving (exponential gaps), but offers the same total every time.
 */
public final class Arrivals {

    private static final double NANOS = 1e9;

    private final double rate;
    private final long total;
    private final int lastSecond;
    private final SplittableRandom random;
    private long next;
    private long[] offsets = {};
    private int position;
    private int second = -1;

    public Arrivals(double rate, int seconds, long seed) {
        this.rate = rate;
        this.total = Math.round(rate * seconds);
        this.lastSecond = seconds - 1;
        this.random = new SplittableRandom(seed);
    }

    public long total() {
        return total;
    }

    /** Nanoseconds from the phase's beginning to the next arrival; empty when all have arrived. */
    public synchronized OptionalLong next() {
        if (next == total) {
            return OptionalLong.empty();
        }
        next++;
        while (position == offsets.length) {
            second++;
            position = 0;
            offsets = random.longs(countIn(second), 0, (long) NANOS).toArray();
            Arrays.sort(offsets);
        }
        return OptionalLong.of(second * (long) NANOS + offsets[position++]);
    }

    private long countIn(int one) {
        return one == lastSecond ? total - before(one) : before(one + 1) - before(one);
    }

    private long before(int one) {
        return Math.min(total, (long) Math.ceil(one * rate));
    }
}
