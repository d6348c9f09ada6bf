package dev.socialhub.shared.admission;

import io.micronaut.http.HttpRequest;
import java.util.concurrent.TimeUnit;

/**
 * How long the caller waits. The header holds milliseconds from now, since clocks differ; the
 * gateway sets it, and strips the value that its own callers send.
 */
final class Deadline {

    static final String HEADER = "X-Request-Deadline";

    /** For a caller that sent no deadline: longer than any request takes. */
    static final long NONE = TimeUnit.HOURS.toNanos(1);

    private static final String ATTRIBUTE = "socialhub.deadline";
    private static final int MAX_DIGITS = 9;

    private Deadline() {}

    /** Reads the caller's deadline, once the request has arrived. */
    static void note(HttpRequest<?> request, long nowNanos) {
        String millis = request.getHeaders().get(HEADER);
        if (millis != null && isNumber(millis)) {
            request.setAttribute(
                    ATTRIBUTE, nowNanos + TimeUnit.MILLISECONDS.toNanos(Long.parseLong(millis)));
        }
    }

    /** How long the caller still waits, in nanoseconds; not positive when it no longer waits. */
    static long left(HttpRequest<?> request, long nowNanos) {
        return request.getAttribute(ATTRIBUTE, Long.class)
                .map(deadline -> deadline - nowNanos)
                .orElse(NONE);
    }

    private static boolean isNumber(String text) {
        return !text.isEmpty()
                && text.length() <= MAX_DIGITS
                && text.chars().allMatch(digit -> digit >= '0' && digit <= '9');
    }
}
