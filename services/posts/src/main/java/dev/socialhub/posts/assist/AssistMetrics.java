package dev.socialhub.posts.assist;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Context;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** How many texts each generator wrote, and how often one was unavailable. */
@Context
final class AssistMetrics {

    private final Map<String, Counter> written = new HashMap<>();
    private final Map<String, Counter> unavailable = new HashMap<>();

    AssistMetrics(MeterRegistry meters, List<TextGenerator> generators) {
        for (TextGenerator generator : generators) {
            written.put(
                    generator.name(),
                    Counter.builder("posts.assist.written")
                            .description("Texts generated for users")
                            .tag("provider", generator.name())
                            .register(meters));
            unavailable.put(
                    generator.name(),
                    Counter.builder("posts.assist.unavailable")
                            .description("Texts that a generator could not write")
                            .tag("provider", generator.name())
                            .register(meters));
        }
    }

    void written(String provider) {
        Objects.requireNonNull(written.get(provider)).increment();
    }

    void unavailable(String provider) {
        Objects.requireNonNull(unavailable.get(provider)).increment();
    }
}
