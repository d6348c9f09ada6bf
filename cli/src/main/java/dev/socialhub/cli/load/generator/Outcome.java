package dev.socialhub.cli.load.generator;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The generator's results of the measured part.
 *
 * @param began as ISO-8601
 * @param seconds that were measured
 * @param findings what it checked besides speed
 * @param postponed requests that the platform asked to repeat later, and that were repeated
 */
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
        @Nullable Effort generator) {
    public Outcome {
        Objects.requireNonNull(began, "the outcome has no start time");
        Objects.requireNonNull(ended, "the outcome has no end time");
        // A value that isn't in the file is null here.
        operations = operations == null ? List.of() : List.copyOf(operations);
        findings = findings == null ? List.of() : List.copyOf(findings);
    }

    /**
     * One kind of request.
     *
     * @param offered what the plan asked for
     * @param started requests that were started
     * @param millis null if none succeeded
     */
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

    /** Why requests failed. */
    @JsonPropertyOrder({"reason", "count"})
    public record Failure(String reason, long count) {}

    /** How long successful requests took. */
    @JsonPropertyOrder({"mean", "p50", "p95", "p99", "max"})
    public record Millis(double mean, double p50, double p95, double p99, double max) {}

    /**
     * One second of a kind of request.
     *
     * @param second since the measured part began
     * @param p50 null where none succeeded
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
     * Something that was checked besides speed.
     *
     * @param allowed at most
     */
    public record Finding(String name, double measured, double allowed, String unit) {
        public Finding {
            Objects.requireNonNull(name, "a finding has no name");
            unit = unit == null ? "" : unit;
        }
    }

    /**
     * The generator's own use of the machine.
     *
     * @param lateMillis the delay within which 99 of 100 operations began, in milliseconds
     */
    public record Effort(double cpuSeconds, long heapBytes, double lateMillis) {}
}
