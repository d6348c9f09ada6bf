package dev.socialhub.gateway.proxy;

import dev.socialhub.gateway.GatewaySettings;
import dev.socialhub.gateway.upstream.UpstreamLoad;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.util.AsciiString;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The answer that a service owes for one request, from the moment when it has received all of the
 * request. Only then does the request count towards the service's load, and its time begins to run.
 * The answer to a poll waits for an event, so it is no load, and has more time.
 */
final class PendingAnswer {

    /** The header with the milliseconds that the gateway still waits for the head of an answer. */
    private static final AsciiString DEADLINE = AsciiString.cached("X-Request-Deadline");

    private final @Nullable UpstreamLoad load;
    private final long allowedNanos;
    private final long moreNanos;
    private final boolean sendsDeadline;
    private final long startedNanos = System.nanoTime();
    private long pendingSinceNanos;
    private boolean isPending;

    private PendingAnswer(
            @Nullable UpstreamLoad load,
            long usualNanos,
            long allowedNanos,
            boolean sendsDeadline) {
        this.load = load;
        this.allowedNanos = allowedNanos;
        this.moreNanos = allowedNanos - usualNanos;
        this.sendsDeadline = sendsDeadline;
    }

    /**
     * Creates an answer that is not owed yet.
     *
     * @param hasFiles whether the request may take long to arrive, so that a deadline sent with its
     *     head would have passed before the service can begin
     */
    static PendingAnswer of(
            UpstreamLoad load, GatewaySettings.Overload settings, boolean hasFiles) {
        long allowed = settings.answerTimeout().toNanos();
        return new PendingAnswer(load, allowed, allowed, !hasFiles);
    }

    /** Creates an answer that may wait for an event. */
    static PendingAnswer toPoll(GatewaySettings settings) {
        long usual = settings.overload().answerTimeout().toNanos();
        return new PendingAnswer(null, usual, settings.streams().pollTimeout().toNanos(), true);
    }

    /** The service has received the whole request, or will have at once. */
    void begin() {
        isPending = true;
        pendingSinceNanos = System.nanoTime();
        if (load != null) {
            load.began();
        }
    }

    /**
     * How long the answer has been owed, in nanoseconds; 0 when it isn't. The additional time that
     * an answer to a poll has does not count.
     */
    long nanos() {
        return isPending ? Math.max(0, System.nanoTime() - pendingSinceNanos - moreNanos) : 0;
    }

    /**
     * Tells the service how long the caller still waits; a second attempt has less time left. A
     * value that the caller itself sent in this header is dropped.
     */
    void setDeadline(HttpHeaders headers) {
        if (sendsDeadline) {
            long left = allowedNanos - (System.nanoTime() - startedNanos);
            long millis = Math.max(1, TimeUnit.NANOSECONDS.toMillis(left));
            headers.set(DEADLINE, Long.toString(millis));
        } else {
            headers.remove(DEADLINE);
        }
    }

    /**
     * The answer has begun, or will not arrive in time.
     *
     * @param isOverloaded whether this shows that the service is overloaded
     */
    void settle(boolean isOverloaded) {
        if (isPending) {
            isPending = false;
            if (load != null) {
                load.ended(pendingSinceNanos, System.nanoTime(), isOverloaded);
            }
        }
    }

    /** The answer is no longer awaited, for a reason that is not the service's load. */
    void abandon() {
        if (isPending) {
            isPending = false;
            if (load != null) {
                load.abandoned();
            }
        }
    }
}
