package dev.socialhub.shared.identity;

import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.management.health.indicator.annotation.Readiness;
import jakarta.inject.Singleton;
import org.reactivestreams.Publisher;

/** A service that can't check a token yet is not ready for traffic. */
@Singleton
@Readiness
final class KeysReadiness implements HealthIndicator {

    private final VerificationKeys keys;

    KeysReadiness(VerificationKeys keys) {
        this.keys = keys;
    }

    @Override
    public Publisher<HealthResult> getResult() {
        HealthStatus status = keys.loaded() ? HealthStatus.UP : HealthStatus.DOWN;
        return Publishers.just(HealthResult.builder("signing-keys", status).build());
    }
}
