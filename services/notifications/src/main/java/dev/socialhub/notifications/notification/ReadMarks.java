package dev.socialhub.notifications.notification;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * Which notifications someone has read: all up to one, and some above it. Marks are only ever
 * added, so any two may be merged in any order.
 *
 * @param above may also hold what {@code upTo} covers already, left by two marks at the same time
 */
record ReadMarks(long upTo, Set<Long> above) {

    /**
     * So many scattered marks are kept at most: the document that holds them is read with each
     * page.
     */
    static final int MOST_ABOVE = 5_000;

    static final ReadMarks NONE = new ReadMarks(0, Set.of());

    ReadMarks {
        above = Set.copyOf(above);
    }

    boolean covers(long seq) {
        return seq <= upTo || above.contains(seq);
    }

    /** How many of the notifications 1 to {@code last} are unread. */
    long unread(long last) {
        return Math.max(
                0, last - upTo - above.stream().filter(seq -> seq > upTo && seq <= last).count());
    }

    /** Unread numbers from {@code from} down, at most so many. */
    LongStream unreadDownFrom(long from, int limit) {
        return LongStream.iterate(from, seq -> seq > upTo, seq -> seq - 1)
                .filter(seq -> !above.contains(seq))
                .limit(limit);
    }

    /**
     * The same marks with as few numbers as can be. Someone with thousands of scattered marks has
     * passed the oldest ones by: these gaps are closed.
     */
    ReadMarks compacted() {
        TreeSet<Long> rest = new TreeSet<>(above);
        long reached = upTo;
        while (!rest.isEmpty() && (rest.first() <= reached + 1 || rest.size() > MOST_ABOVE)) {
            reached = Math.max(reached, rest.pollFirst());
        }
        return new ReadMarks(reached, rest);
    }

    /** The numbers that {@code upTo} makes superfluous. */
    Collection<Long> superfluous() {
        return above.stream().filter(seq -> seq <= upTo).collect(Collectors.toSet());
    }
}
