package dev.socialhub.loadtest.overload;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads one answer of HTTP/1.1, part by part as it arrives. It keeps no more of it than is needed,
 * so that the generator takes little of the CPU that it shares with the platform.
 */
final class ReplyParser {

    private static final int MAX_BODY_CHARS = 2_048;
    private static final int MAX_LINE = 16_384;

    /** What comes next. */
    private enum State {
        STATUS,
        HEADER,
        BODY,
        CHUNK_SIZE,
        CHUNK,
        CHUNK_END,
        TRAILER,
        DONE
    }

    private final StringBuilder line = new StringBuilder(80);
    private final StringBuilder body = new StringBuilder();
    private State state = State.STATUS;
    private boolean begun;
    private int status;
    private @Nullable String retryAfter;
    private boolean closes;
    private boolean chunked;
    private long left = -1;

    /** Makes it ready for the next answer of the same connection. */
    void reset() {
        line.setLength(0);
        body.setLength(0);
        state = State.STATUS;
        begun = false;
        retryAfter = null;
        closes = false;
        chunked = false;
        left = -1;
    }

    /** Whether anything of the answer has arrived. */
    boolean hasBegun() {
        return begun;
    }

    /** Whether the connection is of no use after it. */
    boolean closes() {
        return closes;
    }

    Reply reply() {
        return new Reply(status, retryAfter, body.toString());
    }

    /**
     * Parses the bytes that have arrived.
     *
     * @throws IOException if it is none
     */
    boolean parse(ByteBuffer arrived) throws IOException {
        begun |= arrived.hasRemaining();
        while (state != State.DONE && arrived.hasRemaining()) {
            if (state == State.BODY || state == State.CHUNK) {
                content(arrived);
            } else if (readLine(arrived)) {
                String text = line.toString();
                line.setLength(0);
                next(text);
            }
        }
        return state == State.DONE;
    }

    private boolean readLine(ByteBuffer arrived) throws IOException {
        while (arrived.hasRemaining()) {
            byte character = arrived.get();
            if (character == '\n') {
                return true;
            }
            if (character != '\r') {
                line.append((char) (character & 0xff));
            }
        }
        if (line.length() > MAX_LINE) {
            throw new IOException("a line is too long");
        }
        return false;
    }

    private void next(String text) throws IOException {
        switch (state) {
            case STATUS -> status(text);
            case HEADER -> {
                if (text.isEmpty()) {
                    headersEnd();
                } else {
                    header(text);
                }
            }
            case CHUNK_SIZE -> {
                left = number(text.replaceFirst(";.*", "").strip(), 16);
                state = left == 0 ? State.TRAILER : State.CHUNK;
            }
            case CHUNK_END -> state = State.CHUNK_SIZE;
            case TRAILER -> state = text.isEmpty() ? State.DONE : State.TRAILER;
            case BODY, CHUNK, DONE -> throw new IllegalStateException("no line of " + state);
        }
    }

    private void status(String text) throws IOException {
        String[] parts = text.split(" ", 3);
        boolean known = parts.length > 1 && parts[0].startsWith("HTTP/1.");
        status = (int) number(known ? parts[1] : "", 10);
        closes = text.startsWith("HTTP/1.0");
        state = State.HEADER;
    }

    private void header(String text) throws IOException {
        int colon = text.indexOf(':');
        String value = text.substring(colon + 1).strip();
        switch (text.substring(0, Math.max(0, colon)).toLowerCase(Locale.ROOT)) {
            case "content-length" -> left = number(value, 10);
            case "transfer-encoding" -> chunked = value.equalsIgnoreCase("chunked");
            case "connection" -> closes |= value.equalsIgnoreCase("close");
            case "retry-after" -> retryAfter = value;
            default -> {}
        }
    }

    private void headersEnd() throws IOException {
        if (chunked) {
            state = State.CHUNK_SIZE;
        } else if (left > 0) {
            state = State.BODY;
        } else if (left == 0 || status == 204 || status == 304) {
            state = State.DONE;
        } else {
            throw new IOException("the answer has no length");
        }
    }

    private void content(ByteBuffer arrived) {
        int part = (int) Math.min(left, arrived.remaining());
        if (status == Reply.UNAVAILABLE && body.length() < MAX_BODY_CHARS) {
            byte[] bytes = new byte[part];
            arrived.get(bytes);
            body.append(new String(bytes, StandardCharsets.UTF_8));
        } else {
            arrived.position(arrived.position() + part);
        }
        left -= part;
        if (left == 0) {
            state = state == State.BODY ? State.DONE : State.CHUNK_END;
        }
    }

    private static long number(String text, int radix) throws IOException {
        try {
            return Long.parseLong(text, radix);
        } catch (NumberFormatException malformed) {
            throw new IOException("not an answer of HTTP/1.1", malformed);
        }
    }
}
