package dev.socialhub.auth.signup;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Context;

/** New accounts. The series begins when the service starts. */
@Context
final class SignUpMetrics {

    private final Counter opened;

    SignUpMetrics(MeterRegistry meters) {
        opened = Counter.builder("sign.ups").description("New accounts").register(meters);
    }

    void opened() {
        opened.increment();
    }
}
