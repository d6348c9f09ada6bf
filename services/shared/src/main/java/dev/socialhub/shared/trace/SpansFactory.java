package dev.socialhub.shared.trace;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;

/** Loads what speaks to a collector only where one is named. */
@Factory
final class SpansFactory {

    @Singleton
    @Bean(preDestroy = "close")
    Spans spans(
            TracingConfiguration tracing,
            @Value("${micronaut.application.name:unnamed}") String service) {
        return tracing.isCollecting()
                ? new CollectedSpans(tracing, service)
                : new UncollectedSpans();
    }
}
