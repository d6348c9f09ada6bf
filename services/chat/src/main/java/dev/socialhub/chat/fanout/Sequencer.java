package dev.socialhub.chat.fanout;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * The order of one conversation for the clients of this instance: a message is due only after the
 * one before it, and once. Callers hold the conversation's lock, except to read the position.
 */
final class Sequencer {

    /** Before the first message or the first client decides where to begin. */
    private static final long UNKNOWN = -1;

    /** More than this are read from the store instead. */
    private static final int MAX_AHEAD = 1_000;

    private final Instant openedAt;
    private final TreeMap<Long, Delivered> ahead = new TreeMap<>();
    private volatile long position = UNKNOWN;

    Sequencer(Instant openedAt) {
        this.openedAt = openedAt;
    }

    /** Since when this instance has clients in the conversation. */
    Instant openedAt() {
        return openedAt;
    }

    boolean isPositioned() {
        return position != UNKNOWN;
    }

    /** The last message that was due. */
    long position() {
        return position;
    }

    /** Begins after this message, unless a beginning was decided already. */
    void beginAfter(long seq) {
        if (!isPositioned()) {
            position = seq;
        }
    }

    /** Takes a message, in any order and however often. */
    void offer(Delivered message) {
        if (message.seq() > position) {
            ahead.put(message.seq(), message);
        }
        if (ahead.size() > MAX_AHEAD) {
            ahead.pollLastEntry();
        }
    }

    /** The messages that are due now, in order. */
    List<Delivered> due() {
        List<Delivered> due = new ArrayList<>();
        while (isPositioned() && !ahead.isEmpty() && ahead.firstKey() <= position + 1) {
            Delivered first = ahead.pollFirstEntry().getValue();
            if (first.seq() == position + 1) {
                position = first.seq();
                due.add(first);
            }
        }
        return due;
    }

    /** Whether messages wait for one that hasn't come. */
    boolean hasGap() {
        return !ahead.isEmpty();
    }

    /** The first message that came, before which others may be missing. */
    long firstAhead() {
        return ahead.firstKey();
    }

    /** The last message that came; more than one gap may be before it. */
    long lastAhead() {
        return ahead.lastKey();
    }
}
