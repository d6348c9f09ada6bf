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
    Result result(int expected) {
        if (status == expected) {
            return Result.SUCCEEDED;
        }
        if (status != UNAVAILABLE) {
            return Result.failed(Integer.toString(status));
        }
        if (retryAfter == null || RetryAfter.parsed(retryAfter).isEmpty()) {
            return Result.failed("503 without Retry-After");
        }
        return OVERLOADED.matcher(body).find()
                ? Result.REFUSED
                : Result.failed("503 of another problem type");
    }
}
