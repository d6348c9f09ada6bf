package dev.socialhub.cli.seed.rows;

import java.util.List;

/**
 * Pseudo-random numbers that are the same for the same parts, on every machine and every Java:
 * SplitMix64, implemented here because no class of the JDK guarantees its numbers for ever but one,
 * and that one has only 48 bits.
 */
final class SeededRandom {
    private static final long GOLDEN = 0x9e3779b97f4a7c15L;

    private long state;

    private SeededRandom(long state) {
        this.state = state;
    }

    /** An independent generator for each combination of parts. */
    static SeededRandom of(long... parts) {
        long state = 0;
        for (long part : parts) {
            state = mix((state + GOLDEN) ^ mix(part + GOLDEN));
        }
        return new SeededRandom(state);
    }

    /** All 64 bits. */
    long next() {
        state += GOLDEN;
        return mix(state);
    }

    /** From 0 to a bound, exclusive. */
    int below(int bound) {
        return (int) (((next() >>> 32) * bound) >>> 32);
    }

    /** From 0 to 1, exclusive. */
    double unit() {
        return (next() >>> 11) * 0x1.0p-53;
    }

    /** True with this probability. */
    boolean chance(double share) {
        return unit() < share;
    }

    <T> T pick(List<T> choices) {
        return choices.get(below(choices.size()));
    }

    /**
     * Above 0, around 1, now and then very large: how active users are. The sum of twelve is close
     * to a normal distribution and, unlike its exact form, needs no function that rounds.
     */
    double spread(double sigma) {
        double sum = -6;
        for (int i = 0; i < 12; i++) {
            sum += unit();
        }
        return StrictMath.exp(sigma * sum);
    }

    private static long mix(long value) {
        long z = value;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
