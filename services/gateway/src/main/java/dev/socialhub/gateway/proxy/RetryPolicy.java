package dev.socialhub.gateway.proxy;

import io.netty.handler.codec.http.HttpHeaders;
import java.util.Set;

/**
 * Which requests may be sent a second time. A request that was never sent may always be sent again.
 * One that a service may have received may be sent again only if a repetition has no further
 * effect: because of its method, or because of the key by which the service recognises it. A
 * request is sent twice at most.
 */
final class RetryPolicy {

    static final int MAX_ATTEMPTS = 2;

    private static final Set<String> REPEATABLE_METHODS =
            Set.of("GET", "HEAD", "OPTIONS", "PUT", "DELETE");

    private RetryPolicy() {}

    /** Whether it does no harm if a service receives the request twice. */
    static boolean isRepeatable(String method, HttpHeaders headers) {
        if (REPEATABLE_METHODS.contains(method)) {
            return true;
        }
        return method.equals("POST")
                && (headers.contains("Idempotency-Key") || headers.contains("X-Idempotency-Key"));
    }

    /**
     * Whether the request may be sent again.
     *
     * @param mayHaveArrived whether any of it was written to a connection
     */
    static boolean mayRetry(int attempts, boolean mayHaveArrived, boolean repeatable) {
        return attempts < MAX_ATTEMPTS && (!mayHaveArrived || repeatable);
    }
}
