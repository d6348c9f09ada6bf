package dev.socialhub.notifications.notification;

/**
 * The beginning of someone's row.
 *
 * @param lastSeq the highest number known to be taken. Written after the notifications themselves,
 *     so it may lag after a crash; it never runs ahead
 */
record Head(long lastSeq, ReadMarks marks) {

    static final Head EMPTY = new Head(0, ReadMarks.NONE);

    Head reaching(long seq) {
        return new Head(seq, marks);
    }

    long unread() {
        return marks.unread(lastSeq);
    }
}
