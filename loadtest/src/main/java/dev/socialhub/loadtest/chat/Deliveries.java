package dev.socialhub.loadtest.chat;

import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/**
 * What one member of a room has received, against what a room promises: the messages 1, 2, 3, …,
 * each once. Thread-safe.
 */
final class Deliveries {

    /** A message's id of the client begins with the nanosecond at which it was sent. */
    private static final char SEPARATOR = '-';

    private final Histogram micros;
    private long last;
    private long doubled;
    private long skipped;

    /**
     * @param micros where the times from sending to receiving are added, shared by all members
     */
    Deliveries(Histogram micros) {
        this.micros = micros;
    }

    /** The id of a message that is sent now. */
    static String tempId(long nanos, long number) {
        return nanos + String.valueOf(SEPARATOR) + number;
    }

    /** A message has arrived. */
    synchronized void received(String tempId, long seq) {
        if (seq <= last) {
            doubled++;
            return;
        }
        skipped += seq - last - 1;
        last = seq;
        long sent = Long.parseLong(tempId.substring(0, tempId.indexOf(SEPARATOR)));
        micros.recordValue(Math.max(0, TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - sent)));
    }

    /** The number of the newest message that has arrived; 0 for none. */
    synchronized long last() {
        return last;
    }

    /** Messages that arrived again, or after a later one. */
    synchronized long doubled() {
        return doubled;
    }

    /** Messages that were missing when a later one arrived. */
    synchronized long skipped() {
        return skipped;
    }
}
