package dev.socialhub.loadtest.platform;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/** The header with which a platform asks the client to repeat a request later. */
public final class RetryAfter {

    private static final Pattern SECONDS = Pattern.compile("\\d{1,4}");

    private RetryAfter() {}

    /** How long to wait; empty when it isn't said in seconds. */
    public static Optional<Duration> parsed(String header) {
        return SECONDS.matcher(header.strip()).matches()
                ? Optional.of(Duration.ofSeconds(Integer.parseInt(header.strip())))
                : Optional.empty();
    }
}
