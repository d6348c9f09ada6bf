package dev.socialhub.notifications.head;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.LongStream;

/**
 * Which numbers of a row are not shown, because the fact behind them no longer holds. Each number
 * has a state that only ever grows, so states may be merged in any order and twice.
 *
 * @param states of the numbers that were ever retracted: made from the version of their fact, odd
 *     while it doesn't hold
 */
public record Retracted(Map<Long, Long> states) {

    /** Above every version: a notification with this state doesn't come back. */
    public static final long FOR_GOOD = Long.MAX_VALUE;

    /** So many are kept at most: the document that holds them is read with each page. */
    public static final int LIMIT = 5_000;

    static final Retracted NONE = new Retracted(Map.of());

    public Retracted {
        states = Map.copyOf(states);
    }

    /** The state once this version took away what a notification tells of. */
    public static long retractedBy(long version) {
        return 2 * version + 1;
    }

    /** The state once this version brought it back. */
    public static long restoredBy(long version) {
        return 2 * version;
    }

    public static boolean isRetracted(long state) {
        return state % 2 != 0;
    }

    public boolean hides(long seq) {
        return isRetracted(states.getOrDefault(seq, 0L));
    }

    /** The numbers that are not shown, in no order. */
    LongStream hidden() {
        return states.keySet().stream().mapToLong(Long::longValue).filter(this::hides);
    }

    /** The numbers that a row which begins behind {@code end} has no use for. */
    public Collection<Long> superfluous(long end) {
        return states.keySet().stream().filter(seq -> seq <= end).toList();
    }

    /**
     * Where the row has to begin for the rest to be no more than {@link #LIMIT}; 0 for anywhere.
     */
    public long overflow() {
        return states.size() <= LIMIT
                ? 0
                : states.keySet().stream()
                        .sorted()
                        .skip(states.size() - LIMIT - 1L)
                        .findFirst()
                        .orElseThrow();
    }

    Retracted merged(Map<Long, Long> more) {
        Map<Long, Long> merged = new HashMap<>(states);
        more.forEach((seq, state) -> merged.merge(seq, state, Math::max));
        return new Retracted(merged);
    }

    Retracted without(Collection<Long> seqs) {
        Map<Long, Long> rest = new HashMap<>(states);
        rest.keySet().removeAll(seqs);
        return new Retracted(rest);
    }
}
