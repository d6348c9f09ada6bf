package dev.socialhub.auth.password;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;

/**
 * How much work passwords may cause at a time.
 *
 * @param threads hashes made side by side; 0 for as many as there are cores
 * @param queuePerThread how many may wait for each thread; more are refused
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
