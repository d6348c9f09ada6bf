package dev.socialhub.notifications.notification;

/**
 * The beginning of someone's row.
 *
 * @param lastSeq the highest number known to be taken. Written after the notifications themselves,
 *     so it may lag after a crash; it never runs ahead
 * @param expiredUpTo all up to this number have served their time. They count as read, and are
 *     shown no more, whether they were removed yet or not
 */
record Head(long lastSeq, ReadMarks marks, long expiredUpTo) {

    static final Head EMPTY = new Head(0, ReadMarks.NONE);

    /** One of a row of which nothing has expired. */
    Head(long lastSeq, ReadMarks marks) {
        this(lastSeq, marks, 0);
    }

    Head reaching(long seq) {
        return new Head(seq, marks, expiredUpTo);
    }

    /** How many there are to be shown. */
    long kept() {
        return lastSeq - expiredUpTo;
    }

    long unread() {
        return marks.unread(lastSeq);
    }
}
