package dev.socialhub.loadtest.overload;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.concurrent.TimeUnit;
import java.util.function.ObjLongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests, each over a connection that is free or over a new one, and never a second time: a
 * refusal is an answer. All of it on one thread, the caller's, which is cheaper than any handing
 * over.
 */
final class OverloadClient implements AutoCloseable {

    /** More requests than that are no realistic load; the platform lets all of them wait. */
    private static final int MAX_IN_FLIGHT = 5_000;

    private static final int BUFFER = 65_536;

    private final long timeout;
    private final Selector selector;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER);
    private final Map<URI, Deque<HttpConnection>> idle = new HashMap<>();

    /** In the order in which they began, which is the order in which they become too late. */
    private final SequencedMap<SentRequest, HttpConnection> inFlight = new LinkedHashMap<>();

    /**
     * @param timeout until an answer must be there
     */
    OverloadClient(Duration timeout) {
        this.timeout = timeout.toNanos();
        try {
            this.selector = Selector.open();
        } catch (IOException noSelector) {
            throw new UncheckedIOException(noSelector);
        }
    }

    /**
     * Sends it.
     *
     * @param whenEnded receives the result and how many nanoseconds it took: at once, or within a
     *     later {@link #poll}
     */
    void send(RequestToSend request, ObjLongConsumer<RequestResult> whenEnded) {
        SentRequest exchange = new SentRequest(request, whenEnded);
        if (inFlight.size() >= MAX_IN_FLIGHT) {
            exchange.end(RequestResult.failed(MAX_IN_FLIGHT + " others without an answer"));
            return;
        }
        send(exchange);
    }

    private void send(SentRequest exchange) {
        HttpConnection connection = null;
        try {
            // The connection that was used last: others that aren't needed any more may expire.
            Deque<HttpConnection> idleConnections = idleConnections(exchange);
            while (connection == null && !idleConnections.isEmpty()) {
                HttpConnection last = idleConnections.removeFirst();
                connection = last.isOpen() ? last : null;
            }
            if (connection == null) {
                connection = HttpConnection.to(exchange.request().target(), selector);
            }
            inFlight.put(exchange, connection);
            connection.send(exchange);
        } catch (IOException | UnresolvedAddressException _) {
            fail(exchange, connection);
        }
    }

    /** Whether nothing is under way. */
    boolean isIdle() {
        return inFlight.isEmpty();
    }

    /**
     * Reads what has arrived, or waits until something does.
     *
     * @param until by {@link System#nanoTime}: it comes back a millisecond later at the most
     */
    void poll(long until) {
        try {
            long left = until - System.nanoTime();
            if (left > 0) {
                selector.select(1 + TimeUnit.NANOSECONDS.toMillis(left));
            } else {
                selector.selectNow();
            }
        } catch (IOException noSelector) {
            throw new UncheckedIOException(noSelector);
        }
        Iterator<SelectionKey> ready = selector.selectedKeys().iterator();
        while (ready.hasNext()) {
            HttpConnection connection = (HttpConnection) ready.next().attachment();
            ready.remove();
            proceed(connection);
        }
        failExpired();
    }

    private void proceed(HttpConnection connection) {
        if (!connection.isOpen()) {
            return;
        }
        SentRequest exchange = connection.current();
        try {
            Reply reply = connection.proceed(buffer);
            if (reply != null && exchange != null) {
                inFlight.remove(exchange);
                if (connection.isOpen()) {
                    idleConnections(exchange).addFirst(connection);
                }
                exchange.end(reply.result(exchange.request().expected()));
            }
        } catch (IOException | UnresolvedAddressException _) {
            fail(exchange, connection);
        }
    }

    private void fail(@Nullable SentRequest exchange, @Nullable HttpConnection connection) {
        close(connection);
        if (exchange == null) {
            return;
        }
        inFlight.remove(exchange);
        if (connection == null || !connection.isConnected()) {
            exchange.end(RequestResult.failed("no connection"));
        } else if (connection.mayHaveBeenClosed()) {
            send(exchange);
        } else {
            exchange.end(RequestResult.failed("connection lost"));
        }
    }

    private void failExpired() {
        for (Map.Entry<SentRequest, HttpConnection> oldest = inFlight.firstEntry();
                oldest != null && oldest.getKey().nanos() > timeout;
                oldest = inFlight.firstEntry()) {
            inFlight.remove(oldest.getKey());
            close(oldest.getValue());
            oldest.getKey().end(RequestResult.failed("no answer in time"));
        }
    }

    private Deque<HttpConnection> idleConnections(SentRequest exchange) {
        return idle.computeIfAbsent(exchange.request().target(), _ -> new ArrayDeque<>());
    }

    private static void close(@Nullable HttpConnection connection) {
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (IOException closed) {
            // Nothing is sent over it any more.
            return;
        }
    }

    @Override
    public void close() {
        selector.keys().forEach(key -> close((HttpConnection) key.attachment()));
        try {
            selector.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
