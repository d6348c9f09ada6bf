package dev.socialhub.notifications.head;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * Which notifications someone has read: all up to one, and some above it. Marks are only ever
 * added, so any two may be merged in any order.
 *
 * @param above may also hold what {@code upTo} covers already, left by two marks at the same time
 */
public record ReadMarks(long upTo, Set<Long> above) {

    /**
     * So many scattered marks are kept at most: the document that holds them is read with each
     * page.
     */
    static final int MAX_ABOVE = 5_000;

    public static final ReadMarks NONE = new ReadMarks(0, Set.of());

    public ReadMarks {
        above = Set.copyOf(above);
    }

    public boolean covers(long seq) {
        return seq <= upTo || above.contains(seq);
    }

    /** How many of the notifications 1 to {@code last} are unread. */
    public long unread(long last) {
        return Math.max(
                0, last - upTo - above.stream().filter(seq -> seq > upTo && seq <= last).count());
    }

    /** Unread numbers from {@code from} down. */
    LongStream unreadDownFrom(long from) {
        return LongStream.iterate(from, seq -> seq > upTo, seq -> seq - 1)
                .filter(seq -> !above.contains(seq));
    }

    /**
     * The same marks with as few numbers as can be. Someone with thousands of scattered marks has
     * passed the oldest ones by: these gaps are closed.
     *
     * @param hidden numbers that are not shown, and so make no gap between two marks
     */
    ReadMarks compacted(LongPredicate hidden) {
        TreeSet<Long> rest = new TreeSet<>(above);
        long reached = upTo;
        while (!rest.isEmpty()
                && (rest.first() <= nextShown(reached, hidden) || rest.size() > MAX_ABOVE)) {
            reached = Math.max(reached, rest.pollFirst());
        }
        return new ReadMarks(reached, rest);
    }

    private static long nextShown(long seq, LongPredicate hidden) {
        long next = seq + 1;
        while (hidden.test(next)) {
            next++;
        }
        return next;
    }

    /** The numbers that {@code upTo} makes superfluous. */
    public Collection<Long> superfluous() {
        return above.stream().filter(seq -> seq <= upTo).collect(Collectors.toSet());
    }
}
