package dev.socialhub.shared.admission;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import java.time.Duration;

/**
 * How many requests of users are worked on at the same time.
 *
 * @param enabled whether any is refused; without it all are worked on at once
 * @param minLimit short requests that are always admitted, however slow the service is
 * @param maxLimit short requests at most, also with a larger database pool
 * @param reservedConnections database connections that short requests leave to events and operators
 * @param queueTime how long a short request is expected to wait at most; more are refused
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
     * The most short requests at the same time: so many that a pool of this size has connections
     * left, and at least one.
     *
     * @param poolSize 0 for a service without a database pool
     */
    int shortLimit(int poolSize) {
        return poolSize == 0 ? maxLimit : Math.clamp(poolSize - reservedConnections, 1, maxLimit);
    }
}
