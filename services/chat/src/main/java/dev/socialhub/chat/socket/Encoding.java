package dev.socialhub.chat.socket;

import org.jspecify.annotations.Nullable;

/** How events and answers are written for clients of one kind. */
public interface Encoding {

    byte[] event(String name, byte[] json);

    byte[] ack(long ackId, byte[] json);

    /** What tells the client that the socket is over; null if only the closed connection does. */
    byte @Nullable [] disconnect();

    /**
     * Replaces the last byte of an event for clients that keep its offset; null if they don't.
     *
     * @param offset plain ASCII
     */
    byte @Nullable [] offset(String offset);
}
