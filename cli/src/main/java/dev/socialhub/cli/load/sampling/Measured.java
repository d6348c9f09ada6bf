package dev.socialhub.cli.load.sampling;

import dev.socialhub.cli.metrics.WatchedProcess;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * The measurements of the processes while the load lasted.
 *
 * @param seconds between the marks
 * @param usages what each process used between them
 * @param restarted processes that were restarted between them
 * @param machineCores that everything on this machine used on average; empty if it isn't reported
 * @param curves of the whole time, warm-up included; its seconds are negative
 */
public record Measured(
        double seconds,
        List<Usage> usages,
        List<String> restarted,
        OptionalDouble machineCores,
        List<Curve> curves) {
    public Measured {
        usages = List.copyOf(usages);
        restarted = List.copyOf(restarted);
        curves = List.copyOf(curves);
    }

    /**
     * What one process used.
     *
     * @param cpuSeconds null where it isn't reported
     * @param memoryBytes the highest reading; null where it isn't reported
     * @param gcSeconds of pauses; null where no pauses are reported
     */
    public record Usage(
            String name,
            String service,
            @Nullable Double cpuSeconds,
            @Nullable Long memoryBytes,
            @Nullable Double gcSeconds) {}

    /** The difference of a counter since a process's start, if it is known. */
    private interface Sum {
        @Nullable Double of(ProcessSample reading);
    }

    static Measured of(
            List<WatchedProcess> watched,
            List<ProcessSample> all,
            ProcessSample begin,
            ProcessSample end) {
        List<ProcessSample> inOrder =
                all.stream().sorted(Comparator.comparingLong(ProcessSample::nanos)).toList();
        List<Usage> usages = new ArrayList<>();
        List<String> restarted = new ArrayList<>();
        for (WatchedProcess one : watched) {
            usages.add(usage(one, inOrder, begin, end));
            Double birth = begin.births().get(one.name());
            if (birth != null && !birth.equals(end.births().get(one.name()))) {
                restarted.add(one.name());
            }
        }
        double seconds = end.since(begin);
        OptionalDouble machine =
                begin.machine().isPresent() && end.machine().isPresent()
                        ? OptionalDouble.of(
                                (end.machine().getAsDouble() - begin.machine().getAsDouble())
                                        / seconds)
                        : OptionalDouble.empty();
        return new Measured(
                seconds, usages, restarted, machine, Curves.of(inOrder, begin.nanos(), watched));
    }

    private static Usage usage(
            WatchedProcess one, List<ProcessSample> all, ProcessSample begin, ProcessSample end) {
        String name = one.name();
        return new Usage(
                name,
                one.service(),
                difference(begin, end, reading -> reading.cpuSeconds().get(name)),
                all.stream()
                        .filter(reading -> reading.nanos() >= begin.nanos())
                        .filter(reading -> reading.nanos() <= end.nanos())
                        .map(ProcessSample::memory)
                        .map(memory -> memory.get(name))
                        .filter(Objects::nonNull)
                        .max(Long::compare)
                        .orElse(null),
                difference(begin, end, reading -> gc(reading.reported(), name)));
    }

    private static @Nullable Double gc(Map<String, Figures> figuresByName, String name) {
        Figures figures = figuresByName.get(name);
        return figures == null || figures.gcSeconds().isEmpty()
                ? null
                : figures.gcSeconds().getAsDouble();
    }

    private static @Nullable Double difference(ProcessSample begin, ProcessSample end, Sum figure) {
        Double first = figure.of(begin);
        Double last = figure.of(end);
        return first == null || last == null ? null : Math.max(0, last - first);
    }
}
