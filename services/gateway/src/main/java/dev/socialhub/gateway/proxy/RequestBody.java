package dev.socialhub.gateway.proxy;

import dev.socialhub.gateway.upstream.UpstreamConnection;
import io.netty.handler.codec.http.DefaultLastHttpContent;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.LastHttpContent;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The body of a request that is being forwarded: the parts that wait for a connection, and, while a
 * second attempt is possible, the parts already sent. It never holds more than the replay limit and
 * one read.
 */
final class RequestBody {

    private final Deque<HttpContent> unsent = new ArrayDeque<>(2);
    private final Deque<HttpContent> copies = new ArrayDeque<>(2);
    private final int maxCopiedBytes;
    private int copiedBytes;
    private boolean copying = true;

    RequestBody(int maxCopiedBytes) {
        this.maxCopiedBytes = maxCopiedBytes;
    }

    /** Trailers could carry values that a service trusts only in headers. */
    static HttpContent withoutTrailers(HttpContent part) {
        return part instanceof LastHttpContent last && !last.trailingHeaders().isEmpty()
                ? new DefaultLastHttpContent(last.content())
                : part;
    }

    void hold(HttpContent part) {
        unsent.addLast(part);
    }

    void sendHeld(UpstreamConnection connection) {
        for (HttpContent part = unsent.pollFirst(); part != null; part = unsent.pollFirst()) {
            send(part, connection);
        }
    }

    void send(HttpContent part, UpstreamConnection connection) {
        if (copying) {
            copy(part);
        }
        connection.write(part);
    }

    private void copy(HttpContent part) {
        copiedBytes += part.content().readableBytes();
        if (copiedBytes > maxCopiedBytes) {
            stopCopying();
        } else {
            copies.addLast(part.retainedDuplicate());
        }
    }

    /** There will be no second attempt. */
    void stopCopying() {
        copying = false;
        releaseAll(copies);
    }

    /** Prepares to send everything again; false when part of the body is no longer held. */
    boolean rewind() {
        if (!copying) {
            return false;
        }
        for (HttpContent part = copies.pollLast(); part != null; part = copies.pollLast()) {
            unsent.addFirst(part);
        }
        copiedBytes = 0;
        return true;
    }

    void release() {
        stopCopying();
        releaseAll(unsent);
    }

    private static void releaseAll(Deque<HttpContent> parts) {
        for (HttpContent part = parts.pollFirst(); part != null; part = parts.pollFirst()) {
            part.release();
        }
    }
}
