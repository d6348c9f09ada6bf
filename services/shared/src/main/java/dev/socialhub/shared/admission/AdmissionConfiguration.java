package dev.socialhub.shared.admission;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import java.time.Duration;

/**
 * How many requests of users a service handles at the same time.
 *
 * @param enabled whether requests may be refused; if false, all are admitted at once
 * @param minLimit short requests that are always admitted, however slow the service is
 * @param maxLimit short requests at most, also with a larger database pool
 * @param reservedConnections database connections that short requests leave to events and operators
 * @param queueTime the longest expected wait of a short request; requests beyond that are refused
 * @param longLimit long requests at most
 */
@ConfigurationProperties("socialhub.admission")
record AdmissionConfiguration(
        @Bindable(defaultValue = "false") boolean enabled,
        @Positive @Bindable(defaultValue = "4") int minLimit,
        @Positive @Bindable(defaultValue = "64") int maxLimit,
        @PositiveOrZero @Bindable(defaultValue = "2") int reservedConnections,
        @Bindable(defaultValue = "PT0.1S") Duration queueTime,
        @Positive @Bindable(defaultValue = "64") int longLimit) {

    static final String ENABLED = "socialhub.admission.enabled";

    /**
     * The maximum number of concurrent short requests: few enough that a pool of this size has
     * connections left, and at least one.
     *
     * @param poolSize 0 for a service without a database pool
     */
    int shortLimit(int poolSize) {
        return poolSize == 0 ? maxLimit : Math.clamp(poolSize - reservedConnections, 1, maxLimit);
    }
}
