package dev.socialhub.chat.recovery;

import io.micronaut.context.annotation.ConfigurationProperties;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.time.Duration;

/**
 * How clients continue after their connection broke.
 *
 * @param window how long after that
 * @param maxMissed messages of one conversation that are sent at most; a client that missed more
 *     begins anew
 * @param timeout how long a client that comes back waits for Redis
 */
@ConfigurationProperties("chat.recovery")
public record RecoveryConfiguration(
        @NotNull Duration window, @Positive int maxMissed, @NotNull Duration timeout) {

    /** How often the record of a connected socket is written again. */
    public Duration refresh() {
        return window.dividedBy(3);
    }
}
