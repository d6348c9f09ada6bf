package dev.socialhub.gateway.proxy;

import io.netty.handler.codec.http.HttpHeaders;
import java.util.Set;

/**
 * Which requests may be sent a second time. One that never left may, whatever it is. One that a
 * service may have seen may only if doing it twice is doing it once: by its method, or by the key
 * that makes the service recognise it. A request is sent twice at most.
 */
final class RetryPolicy {

    static final int MAX_ATTEMPTS = 2;

    private static final Set<String> REPEATABLE_METHODS =
            Set.of("GET", "HEAD", "OPTIONS", "PUT", "DELETE");

    private RetryPolicy() {}

    /** Whether a service that sees the request twice does no harm. */
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
     * @param mayHaveArrived whether any of it was handed to a connection
     */
    static boolean mayRetry(int attempts, boolean mayHaveArrived, boolean repeatable) {
        return attempts < MAX_ATTEMPTS && (!mayHaveArrived || repeatable);
    }
}
