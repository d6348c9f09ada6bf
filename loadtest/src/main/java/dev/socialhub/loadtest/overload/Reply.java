package dev.socialhub.loadtest.overload;

import dev.socialhub.loadtest.platform.RetryAfter;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An answer, as far as it matters here.
 *
 * @param retryAfter the header's value; null where it is missing
 * @param body its beginning; empty unless the service is unavailable
 */
record Reply(int status, @Nullable String retryAfter, String body) {

    static final int UNAVAILABLE = 503;

    private static final Pattern OVERLOADED =
            Pattern.compile("\"type\"\\s*:\\s*\"[^\"]*\\boverloaded\"");

    /** What it means to a caller that expects this status. */
    RequestResult result(int expected) {
        if (status == expected) {
            return RequestResult.SUCCEEDED;
        }
        if (status != UNAVAILABLE) {
            return RequestResult.failed(Integer.toString(status));
        }
        if (retryAfter == null || RetryAfter.parsed(retryAfter).isEmpty()) {
            return RequestResult.failed("503 without Retry-After");
        }
        return OVERLOADED.matcher(body).find()
                ? RequestResult.REFUSED
                : RequestResult.failed("503 of another problem type");
    }
}
