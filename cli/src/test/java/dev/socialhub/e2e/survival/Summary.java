package dev.socialhub.e2e.survival;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.socialhub.testkit.history.OperationOutcome;
import dev.socialhub.testkit.history.Operations;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A run in a few lines. */
record Summary(long seed, long seconds, Operations operations, List<Fault> faults) {

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        text.append("%nsurvival: seed %d, %d s of faults%n".formatted(seed, seconds));
        text.append("%-12s %8s %8s %8s%n".formatted("operation", "ok", "fail", "unknown"));
        operations
                .counts()
                .forEach((kind, counts) ->
                        text.append(
                                "%-12s %8d %8d %8d%n"
                                        .formatted(
                                                kind,
                                                counts.getOrDefault(OperationOutcome.OK, 0),
                                                counts.getOrDefault(OperationOutcome.FAIL, 0),
                                                counts.getOrDefault(OperationOutcome.UNKNOWN, 0))));
        text.append(
                "%-14s %6s %6s %12s %12s%n"
                        .formatted("target", "kills", "pauses", "repair mean", "repair max"));
        Map<String, List<Fault>> byTarget =
                faults.stream().collect(groupingBy(Fault::target, TreeMap::new, toList()));
        byTarget.forEach((target, its) ->
                text.append(
                        "%-14s %6d %6d %10.1f s %10.1f s%n"
                                .formatted(
                                        target,
                                        its.size() - count(its, Fault.Kind.PAUSE),
                                        count(its, Fault.Kind.PAUSE),
                                        its.stream()
                                                .mapToDouble(Summary::seconds)
                                                .average()
                                                .orElse(0),
                                        its.stream()
                                                .mapToDouble(Summary::seconds)
                                                .max()
                                                .orElse(0))));
        return text.toString();
    }

    private static long count(List<Fault> faults, Fault.Kind kind) {
        return faults.stream().filter(fault -> fault.kind() == kind).count();
    }

    private static double seconds(Fault fault) {
        return fault.repair().toMillis() / 1_000.0;
    }
}
