package dev.socialhub.cli.load.result;

import dev.socialhub.cli.load.profile.LoadProfile;
import dev.socialhub.cli.load.sampling.Measured;
import dev.socialhub.loadtest.format.Outcome;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an operation costs its service in CPU, and how much of its budget that is. */
final class Budget {
    /** A target is promised for an instance with so many cores. */
    private static final double CORES = 2;

    private static final double MICROS = 1e6;

    private final Map<String, Double> microsOf;

    private Budget(Map<String, Double> microsOf) {
        this.microsOf = Map.copyOf(microsOf);
    }

    /**
     * Divides the CPU of all instances of each service by the requests that are counted for it.
     * Failed ones count as well: they have cost something.
     */
    static Budget of(LoadProfile profile, Outcome outcome, Measured measured) {
        Map<String, Long> requests = new HashMap<>();
        for (Outcome.Operation operation : outcome.operations()) {
            LoadProfile.Operation known = profile.operation(operation.operation());
            if (known.counted() && known.service() != null) {
                requests.merge(
                        known.service(), operation.succeeded() + operation.failed(), Long::sum);
            }
        }
        Map<String, Double> cpu = new HashMap<>();
        Set<String> unknown = new HashSet<>();
        for (Measured.Usage usage : measured.usages()) {
            if (usage.cpuSeconds() == null) {
                unknown.add(usage.service());
            } else {
                cpu.merge(usage.service(), usage.cpuSeconds(), Double::sum);
            }
        }
        Map<String, Double> micros = new HashMap<>();
        requests.forEach((service, count) -> {
            Double seconds = cpu.get(service);
            // The CPU of some of the instances would be mistaken for that of all of them.
            if (seconds != null && count > 0 && !unknown.contains(service)) {
                micros.put(service, seconds * MICROS / count);
            }
        });
        return new Budget(micros);
    }

    /** Microseconds of CPU; null if they aren't known, or the operation isn't counted. */
    @Nullable Double micros(LoadProfile.Operation operation) {
        return operation.counted() && operation.service() != null
                ? microsOf.get(operation.service())
                : null;
    }

    /**
     * R: the microseconds as a fraction of what two cores provide for an operation at the target
     * rate.
     *
     * @return null if the target or the microseconds are unknown
     */
    static @Nullable Double ratio(@Nullable Double micros, LoadProfile.@Nullable Target target) {
        Double rate = target == null ? null : target.rate();
        return micros == null || rate == null || rate <= 0
                ? null
                : micros / (MICROS * CORES / rate);
    }
}
