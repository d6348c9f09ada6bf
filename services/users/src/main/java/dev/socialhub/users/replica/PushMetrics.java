package dev.socialhub.users.replica;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Context;

/** Counts the edges that other services were sent directly. The series exist from startup on. */
@Context
final class PushMetrics {

    private final Counter pushed;
    private final Counter failures;

    PushMetrics(MeterRegistry meters) {
        pushed =
                Counter.builder("users.blocks.pushed")
                        .description("Blocks and unblocks pushed to other services without Kafka")
                        .register(meters);
        failures =
                Counter.builder("users.blocks.push.failures")
                        .description("Failed pushes of blocks to other services")
                        .register(meters);
    }

    void pushed(int edges) {
        pushed.increment(edges);
    }

    void failed() {
        failures.increment();
    }
}
