package dev.socialhub.auth.password;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;

/**
 * Limits on concurrent password hashing.
 *
 * @param threads the number of hashes computed in parallel; 0 for one per core
 * @param queuePerThread how many requests may wait per thread; further ones are refused
 */
@ConfigurationProperties("socialhub.hashing")
record HashingConfiguration(
        @PositiveOrZero @Bindable(defaultValue = "0") int threads,
        @Positive @Bindable(defaultValue = "4") int queuePerThread) {

    int threadCount() {
        return threads > 0 ? threads : Runtime.getRuntime().availableProcessors();
    }

    int queueLength() {
        return threadCount() * queuePerThread;
    }
}
