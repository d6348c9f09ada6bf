package dev.socialhub.notifications.head;

import java.util.stream.LongStream;

/**
 * The beginning of someone's row.
 *
 * @param lastSeq the highest number known to be taken. Written soon after the notifications
 *     themselves, so it may lag; it never runs ahead
 * @param expiredUpTo all up to this number have expired. They count as read, and are not shown any
 *     more, whether they were removed yet or not
 * @param retracted those in between that are not shown and not unread either
 */
public record Head(long lastSeq, ReadMarks marks, long expiredUpTo, Retracted retracted) {

    public static final Head EMPTY = new Head(0, ReadMarks.NONE);

    /** One of a row of which nothing has expired. */
    public Head(long lastSeq, ReadMarks marks) {
        this(lastSeq, marks, 0);
    }

    /** One of a row of which nothing was retracted. */
    public Head(long lastSeq, ReadMarks marks, long expiredUpTo) {
        this(lastSeq, marks, expiredUpTo, Retracted.NONE);
    }

    Head reaching(long seq) {
        return new Head(seq, marks, expiredUpTo, retracted);
    }

    /** How many there are to be shown. */
    public long kept() {
        return lastSeq
                - expiredUpTo
                - retracted.hidden().filter(seq -> seq > expiredUpTo && seq <= lastSeq).count();
    }

    public long unread() {
        return marks.unread(lastSeq)
                - retracted.hidden().filter(seq -> seq <= lastSeq && !marks.covers(seq)).count();
    }

    /** The numbers to be shown, from {@code from} down. */
    public LongStream shownDownFrom(long from, boolean unreadOnly) {
        LongStream down =
                unreadOnly
                        ? marks.unreadDownFrom(from)
                        : LongStream.iterate(from, seq -> seq > expiredUpTo, seq -> seq - 1);
        return down.filter(seq -> !retracted.hides(seq));
    }

    /** The marks with as few numbers as can be. */
    public ReadMarks compactedMarks() {
        return marks.compacted(retracted::hides);
    }
}
