package dev.socialhub.cli.load.sampling;

import java.util.Map;
import java.util.OptionalDouble;

/**
 * All processes at one moment, by their names. Values that weren't requested or aren't reported are
 * left out.
 *
 * @param nanos when, by a monotonic clock
 * @param cpuSeconds since the start of each, children included
 * @param births distinguishes two processes of one name
 * @param machine CPU seconds of everything on this machine since its start
 * @param memory bytes
 * @param reported metrics of the services themselves
 */
record ProcessSample(
        long nanos,
        Map<String, Double> cpuSeconds,
        Map<String, Double> births,
        OptionalDouble machine,
        Map<String, Long> memory,
        Map<String, Figures> reported) {
    private static final double NANOS = 1e9;

    ProcessSample {
        cpuSeconds = Map.copyOf(cpuSeconds);
        births = Map.copyOf(births);
        memory = Map.copyOf(memory);
        reported = Map.copyOf(reported);
    }

    /** Seconds from an earlier one to this. */
    double since(ProcessSample earlier) {
        return Math.max(1, nanos - earlier.nanos) / NANOS;
    }
}
