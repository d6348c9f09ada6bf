package dev.socialhub.cli.load.result;

import dev.socialhub.cli.load.profile.LoadProfile;
import dev.socialhub.loadtest.format.Outcome;
import dev.socialhub.loadtest.format.ProbeOutcome;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The least that an operation could cost its service: what the probes of its floor cost together.
 * Where a service does several kinds of counted operations, it is their average, since the CPU that
 * it is compared with is an average too.
 */
final class Floors {
    private final Map<String, ProbeOutcome.Figure> probes;
    private final Map<String, Double> microsOf;

    private Floors(Map<String, ProbeOutcome.Figure> probes, Map<String, Double> microsOf) {
        this.probes = Map.copyOf(probes);
        this.microsOf = Map.copyOf(microsOf);
    }

    static Floors of(LoadProfile profile, Outcome outcome, List<ProbeOutcome.Figure> figures) {
        Map<String, ProbeOutcome.Figure> probes =
                figures.stream()
                        .collect(Collectors.toMap(ProbeOutcome.Figure::probe, Function.identity()));
        Map<String, Double> sums = new HashMap<>();
        Map<String, Long> requests = new HashMap<>();
        Set<String> unknown = new HashSet<>();
        for (Outcome.Operation operation : outcome.operations()) {
            LoadProfile.Operation known = profile.operation(operation.operation());
            String service = known.service();
            if (!known.counted() || service == null) {
                continue;
            }
            Double each = sum(known.floor(), probes);
            long count = operation.succeeded() + operation.failed();
            if (each == null) {
                unknown.add(service);
            } else {
                sums.merge(service, each * count, Double::sum);
                requests.merge(service, count, Long::sum);
            }
        }
        Map<String, Double> micros = new HashMap<>();
        requests.forEach((service, count) -> {
            if (count > 0 && !unknown.contains(service)) {
                micros.put(service, sums.getOrDefault(service, 0.0) / count);
            }
        });
        return new Floors(probes, micros);
    }

    /** Microseconds of CPU; null if they weren't measured, or the operation isn't counted. */
    @Nullable Double micros(LoadProfile.Operation operation) {
        return operation.counted() && operation.service() != null
                ? microsOf.get(operation.service())
                : null;
    }

    /** Why they weren't measured, if a probe has given a reason. */
    Optional<String> reason(LoadProfile.Operation operation) {
        return operation.floor().stream()
                .map(probes::get)
                .filter(probe -> probe != null && probe.skipped() != null)
                .map(probe -> probe.probe() + " was skipped: " + probe.skipped())
                .findFirst();
    }

    /** E: the floor as a fraction of what the operation costs. */
    static @Nullable Double efficiency(@Nullable Double floor, @Nullable Double micros) {
        return floor == null || micros == null || micros <= 0 ? null : (Double) (floor / micros);
    }

    private static @Nullable Double sum(
            List<String> floor, Map<String, ProbeOutcome.Figure> probes) {
        double sum = 0;
        for (String name : floor) {
            ProbeOutcome.Figure probe = probes.get(name);
            Double micros = probe == null ? null : probe.cpuMicros();
            if (micros == null) {
                return null;
            }
            sum += micros;
        }
        return floor.isEmpty() ? null : (Double) sum;
    }
}
