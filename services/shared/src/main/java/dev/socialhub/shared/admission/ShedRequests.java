package dev.socialhub.shared.admission;

import dev.socialhub.shared.problem.ProblemException;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.util.StringUtils;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes and counts the refusals; a log line for each would add load. */
@Context
@Requires(property = AdmissionConfiguration.ENABLED, value = StringUtils.TRUE)
final class ShedRequests {

    private final Map<ShedReason, Counter> counters = new EnumMap<>(ShedReason.class);

    ShedRequests(MeterRegistry meters) {
        for (ShedReason reason : ShedReason.values()) {
            counters.put(reason, counter(reason, meters));
        }
    }

    /** Another refusal. */
    ProblemException refuse(ShedReason reason) {
        return refuse(reason, null);
    }

    /** Another refusal, and what for. */
    ProblemException refuse(ShedReason reason, @Nullable Throwable cause) {
        Objects.requireNonNull(counters.get(reason)).increment();
        return ProblemException.overloaded(reason.detail(), cause);
    }

    private static Counter counter(ShedReason reason, MeterRegistry meters) {
        return Counter.builder("requests.shed")
                .description("User requests refused because of overload")
                .tag("reason", reason.tag())
                .register(meters);
    }
}
