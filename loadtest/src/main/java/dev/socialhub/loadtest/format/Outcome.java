package dev.socialhub.loadtest.format;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The file with the generator's results of the measured part.
 *
 * @param began the start of the measured part, as ISO-8601
 * @param ended when the last operation that counts ended, as ISO-8601
 * @param seconds how long operations were offered
 * @param findings what the profile checked besides speed
 * @param postponed requests that the platform asked to repeat later, and that were repeated
 * @param refused requests that the platform asked to repeat later, and that were not repeated
 * @param generator null if it isn't reported
 */
@JsonPropertyOrder({
    "version",
    "run",
    "profile",
    "began",
    "ended",
    "seconds",
    "operations",
    "findings",
    "postponed",
    "refused",
    "generator"
})
public record Outcome(
        int version,
        String run,
        String profile,
        String began,
        String ended,
        double seconds,
        List<Operation> operations,
        List<Finding> findings,
        long postponed,
        long refused,
        @Nullable GeneratorUsage generator) {
    /** The version that is written. */
    public static final int VERSION = 1;

    public Outcome {
        Objects.requireNonNull(began, "the outcome has no start time");
        Objects.requireNonNull(ended, "the outcome has no end time");
        // A value that isn't in the file is null here.
        operations = operations == null ? List.of() : List.copyOf(operations);
        findings = findings == null ? List.of() : List.copyOf(findings);
    }

    /**
     * One kind of operation.
     *
     * @param offered how many the plan asked for
     * @param millis null if none succeeded
     */
    @JsonPropertyOrder({
        "operation",
        "offered",
        "started",
        "succeeded",
        "failed",
        "failures",
        "millis",
        "series"
    })
    public record Operation(
            String operation,
            long offered,
            long started,
            long succeeded,
            long failed,
            List<Failure> failures,
            @Nullable Millis millis,
            List<Second> series) {
        public Operation {
            Objects.requireNonNull(operation, "an operation has no name");
            failures = failures == null ? List.of() : List.copyOf(failures);
            series = series == null ? List.of() : List.copyOf(series);
        }
    }

    /** How often operations failed for one reason: a status, or a word or two. */
    @JsonPropertyOrder({"reason", "count"})
    public record Failure(String reason, long count) {}

    /** How long successful operations took. */
    @JsonPropertyOrder({"mean", "p50", "p95", "p99", "max"})
    public record Millis(double mean, double p50, double p95, double p99, double max) {}

    /**
     * The operations that started and ended within one second.
     *
     * @param second since the measured part began
     * @param p50 milliseconds; this and the other percentiles are null if none succeeded
     */
    @JsonPropertyOrder({"second", "started", "succeeded", "failed", "p50", "p95", "p99"})
    public record Second(
            int second,
            long started,
            long succeeded,
            long failed,
            @Nullable Double p50,
            @Nullable Double p95,
            @Nullable Double p99) {}

    /**
     * Something that was checked besides speed; a value that can't be determined has no finding.
     *
     * @param allowed at most
     */
    @JsonPropertyOrder({"name", "measured", "allowed", "unit"})
    public record Finding(String name, double measured, double allowed, String unit) {
        public Finding {
            Objects.requireNonNull(name, "a finding has no name");
            unit = unit == null ? "" : unit;
        }
    }

    /**
     * What the generator itself used.
     *
     * @param cpuSeconds while it measured
     * @param heapBytes at most
     * @param lateMillis the delay within which 99 of 100 operations began: high if the generator,
     *     and not the platform, was too slow
     */
    @JsonPropertyOrder({"cpu_seconds", "heap_bytes", "late_millis"})
    public record GeneratorUsage(double cpuSeconds, long heapBytes, double lateMillis) {}
}
