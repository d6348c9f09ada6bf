package dev.socialhub.cli.seed.rows;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.function.LongPredicate;

/** The blocks: a few pairs of users that don't follow each other. */
final class Blocks {
    private static final int USERS_PER_BLOCK = 20;
    private static final int TRIES_PER_BLOCK = 20;

    /**
     * The best known users neither block nor are blocked, so that nearly every user can follow
     * them.
     */
    private static final int UNBLOCKED_RANKS = 2;

    private final long[] pairs;
    private final Set<Long> either;
    private final int[] blocksOf;

    private Blocks(long[] pairs, Set<Long> either, int[] blocksOf) {
        this.pairs = pairs;
        this.either = either;
        this.blocksOf = blocksOf;
    }

    /**
     * @param active how many of the best known users take part
     * @param taken whether a pair, given with the lower number first, must not be drawn
     */
    static Blocks random(long key, Ranks ranks, int active, LongPredicate taken) {
        int wanted = active < 5 ? 0 : Math.max(1, active / USERS_PER_BLOCK);
        int[] blocksOf = new int[ranks.size()];
        long[] pairs = new long[wanted];
        Set<Long> either = new HashSet<>();
        int found = 0;
        for (int i = 0; i < wanted * TRIES_PER_BLOCK && found < wanted; i++) {
            SeededRandom random = RowKind.BLOCK.random(key, i);
            int one = ranks.userAt(UNBLOCKED_RANKS + random.below(active - UNBLOCKED_RANKS));
            int other = ranks.userAt(UNBLOCKED_RANKS + random.below(active - UNBLOCKED_RANKS));
            long ordered = ordered(one, other);
            if (one != other && !taken.test(ordered) && either.add(ordered)) {
                pairs[found++] = pair(one, other);
                blocksOf[one]++;
                blocksOf[other]++;
            }
        }
        return new Blocks(Arrays.copyOf(pairs, found), either, blocksOf);
    }

    /** Two users encoded as one number, from the first to the second. */
    static long pair(int from, int to) {
        return ((long) from << 32) | to;
    }

    private static long ordered(int one, int other) {
        return pair(Math.min(one, other), Math.max(one, other));
    }

    int count() {
        return pairs.length;
    }

    int from(int index) {
        return (int) (pairs[index] >>> 32);
    }

    int to(int index) {
        return (int) pairs[index];
    }

    /** Whether one of the two users blocks the other. */
    boolean between(int one, int other) {
        return either.contains(ordered(one, other));
    }

    /** In how many blocks a user is involved, on either side. */
    int of(int user) {
        return blocksOf[user];
    }
}
