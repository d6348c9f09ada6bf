package dev.socialhub.loadtest.measure;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a run has measured.
 *
 * @param began the first moment of the measured part
 * @param ended when its last operation had its end
 * @param seconds how long operations were offered
 * @param postponed answers 503 with a Retry-After that was waited for
 * @param refused the same, where nothing is sent a second time
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
        Instant began,
        Instant ended,
        double seconds,
        List<Operation> operations,
        List<Finding> findings,
        long postponed,
        long refused,
        Generator generator) {

    public static final int VERSION = 1;

    public Outcome {
        operations = List.copyOf(operations);
        findings = List.copyOf(findings);
    }

    /**
     * One kind of operation.
     *
     * @param offered how many the plan asked for
     * @param millis of those that succeeded; null when none did
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
            List<Second> series) {}

    /** How often something failed for one reason: a status, or a word or two. */
    @JsonPropertyOrder({"reason", "count"})
    public record Failure(String reason, long count) {}

    /** How long it took. */
    @JsonPropertyOrder({"mean", "p50", "p95", "p99", "max"})
    public record Millis(double mean, double p50, double p95, double p99, double max) {}

    /** What began and what came to its end within a second; no percentiles where nothing did. */
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
     * What was checked besides speed; what couldn't be found out has no finding.
     *
     * @param allowed at most so much
     */
    @JsonPropertyOrder({"name", "measured", "allowed", "unit"})
    public record Finding(String name, double measured, double allowed, String unit) {}

    /**
     * What this program took for it.
     *
     * @param cpuSeconds while it measured
     * @param heapBytes in use at the most
     * @param lateMillis how far behind its own plan 99 of 100 operations began, at the most: high
     *     when the program, and not the platform, was too slow
     */
    @JsonPropertyOrder({"cpu_seconds", "heap_bytes", "late_millis"})
    public record Generator(double cpuSeconds, long heapBytes, double lateMillis) {}
}
