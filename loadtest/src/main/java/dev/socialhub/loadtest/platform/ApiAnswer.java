package dev.socialhub.loadtest.platform;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Optional;

/**
 * What the platform answered.
 *
 * @param json the body; a missing node where it was none
 * @param retryAfter when it asked to come again, if it did
 */
public record ApiAnswer(int status, JsonNode json, Optional<Duration> retryAfter) {

    /** Whether it was too much for the moment, and the same request is welcome later. */
    boolean isPostponed() {
        return status == 503 && retryAfter.isPresent();
    }
}
