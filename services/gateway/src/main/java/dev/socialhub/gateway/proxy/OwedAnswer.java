package dev.socialhub.gateway.proxy;

import dev.socialhub.gateway.GatewaySettings;
import dev.socialhub.gateway.upstream.UpstreamLoad;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.util.AsciiString;
import java.util.concurrent.TimeUnit;

/**
 * What a service owes one request: the begin of an answer, from the moment when it has all of the
 * request. Only then it takes a place in the service's load and its time begins to run.
 */
final class OwedAnswer {

    /** For how many milliseconds the gateway still waits for the begin of an answer. */
    private static final AsciiString DEADLINE = AsciiString.cached("X-Request-Deadline");

    private final UpstreamLoad load;
    private final long allowedNanos;
    private final boolean isDeadlineTold;
    private final long startedNanos = System.nanoTime();
    private long owedSinceNanos;
    private boolean isOwed;

    /**
     * Owes nothing yet.
     *
     * @param hasFiles whether the request may take long to arrive, so that a deadline told with its
     *     head would be passed when the service can begin
     */
    OwedAnswer(UpstreamLoad load, GatewaySettings.Overload settings, boolean hasFiles) {
        this.load = load;
        this.allowedNanos = settings.answerTimeout().toNanos();
        this.isDeadlineTold = !hasFiles;
    }

    /** The service has, or will have at once, the whole request. */
    void begin() {
        isOwed = true;
        owedSinceNanos = System.nanoTime();
        load.began();
    }

    /** How long it has been owed; 0 when it isn't. */
    long nanos() {
        return isOwed ? System.nanoTime() - owedSinceNanos : 0;
    }

    /**
     * Tells the service how long the caller still waits; a second try has less time. What the
     * caller itself has said there is dropped.
     */
    void tellDeadline(HttpHeaders headers) {
        if (isDeadlineTold) {
            long left = allowedNanos - (System.nanoTime() - startedNanos);
            long millis = Math.max(1, TimeUnit.NANOSECONDS.toMillis(left));
            headers.set(DEADLINE, Long.toString(millis));
        } else {
            headers.remove(DEADLINE);
        }
    }

    /**
     * The answer has begun, or will not come in time.
     *
     * @param isOverloaded whether that tells of too much to do
     */
    void settle(boolean isOverloaded) {
        if (isOwed) {
            isOwed = false;
            load.ended(owedSinceNanos, System.nanoTime(), isOverloaded);
        }
    }

    /** The answer isn't waited for any more, for a reason that is not the service's load. */
    void abandon() {
        if (isOwed) {
            isOwed = false;
            load.abandoned();
        }
    }
}
