package dev.socialhub.chat.fanout;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * What instances send each other through Redis: a line with the sending instance and the name, and
 * then the body.
 *
 * @param origin the instance that sent it
 * @param name of the event that clients get, {@link #MESSAGE} or {@link #CATCH_UP}
 * @param body JSON, or the id of a conversation
 */
record Frame(String origin, String name, byte[] body) {

    /** A stored message; the body is what clients get. */
    static final String MESSAGE = "@message";

    /** Tells that messages of a conversation could not be published when they were stored. */
    static final String CATCH_UP = "@catch-up";

    byte[] encoded() {
        byte[] head = (origin + " " + name + "\n").getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(head.length + body.length).put(head).put(body).array();
    }

    /** Reads what {@link #encoded()} wrote. */
    static Frame decoded(byte[] bytes) {
        int end = 0;
        while (bytes[end] != '\n') {
            end++;
        }
        String[] head = new String(bytes, 0, end, StandardCharsets.UTF_8).split(" ", 2);
        byte[] body = new byte[bytes.length - end - 1];
        System.arraycopy(bytes, end + 1, body, 0, body.length);
        return new Frame(head[0], head[1], body);
    }

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }
}
