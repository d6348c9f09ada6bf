package dev.socialhub.mongo;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Context;

/** Counts the statements that failed. The series exist from startup on. */
@Context
public final class MongoMetrics {

    private final Counter errors;

    public MongoMetrics(MeterRegistry meters) {
        this.errors =
                Counter.builder("mongodb.errors")
                        .description("Statements that MongoDB did not answer or refused")
                        .register(meters);
    }

    public void failed() {
        errors.increment();
    }
}
