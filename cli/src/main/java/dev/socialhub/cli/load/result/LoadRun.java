package dev.socialhub.cli.load.result;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.socialhub.cli.load.profile.LoadProfile;
import dev.socialhub.cli.load.sampling.Curve;
import dev.socialhub.loadtest.format.Outcome;
import dev.socialhub.loadtest.format.ProbeOutcome;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A run of load with all its results: the document of {@code load run}, as it is stored. In JSON:
 * fields may be added, none is renamed.
 *
 * @param id names it in the history
 * @param began the measured part, as ISO-8601
 * @param reasons why its goals are missed or it is invalid
 * @param warnings what makes its figures less reliable
 * @param probes what the work of the counted operations costs with nothing around it
 * @param postponed requests that the platform asked to repeat later, and that were repeated
 * @param settings of the platform, as far as they matter, by name
 * @param comparison with other runs; null if none was requested
 */
@JsonPropertyOrder({
    "version",
    "id",
    "profile",
    "began",
    "ended",
    "verdict",
    "reasons",
    "warnings",
    "offered",
    "target",
    "goal",
    "operations",
    "probes",
    "findings",
    "postponed",
    "comparison",
    "generator",
    "platform",
    "processes",
    "settings",
    "machine",
    "curves"
})
public record LoadRun(
        int version,
        String id,
        String profile,
        String began,
        String ended,
        GoalVerdict verdict,
        List<String> reasons,
        List<String> warnings,
        Offered offered,
        LoadProfile.@Nullable Target target,
        Map<String, Double> goal,
        List<OperationResult> operations,
        List<ProbeOutcome.Figure> probes,
        List<FindingResult> findings,
        long postponed,
        @Nullable RunComparison comparison,
        GeneratorFacts generator,
        PlatformFacts platform,
        List<ProcessFacts> processes,
        Map<String, String> settings,
        MachineFacts machine,
        List<Curve> curves) {
    /** The version that is written and understood. */
    public static final int VERSION = 1;

    public LoadRun {
        Objects.requireNonNull(id, "a run has no id");
        Objects.requireNonNull(profile, "a run has no profile");
        Objects.requireNonNull(began, "a run has no start time");
        Objects.requireNonNull(verdict, "a run has no verdict");
        Objects.requireNonNull(offered, "a run has no offered load");
        Objects.requireNonNull(machine, "a run has no machine");
        Objects.requireNonNull(platform, "a run has no platform");
        reasons = List.copyOf(reasons);
        warnings = List.copyOf(warnings);
        goal = new TreeMap<>(goal);
        operations = List.copyOf(operations);
        // Runs of earlier builds have no such value.
        probes = probes == null ? List.of() : List.copyOf(probes);
        findings = List.copyOf(findings);
        processes = List.copyOf(processes);
        settings = new TreeMap<>(settings);
        curves = List.copyOf(curves);
    }

    /**
     * The offered load.
     *
     * @param rate operations a second
     * @param seconds that count
     * @param measuredSeconds that were measured in fact
     */
    @JsonPropertyOrder({"rate", "warmUpSeconds", "seconds", "measuredSeconds", "people"})
    public record Offered(
            double rate, long warmUpSeconds, long seconds, double measuredSeconds, int people) {}

    /**
     * The results of one kind of request.
     *
     * @param service whose CPU it costs; null if that isn't declared
     * @param counted whether it is judged, and that service's CPU divided by it
     * @param millis null if none succeeded
     * @param cpuMicros that one costs its service, all instances together; null if it isn't known
     * @param budgetRatio {@code cpuMicros} as a fraction of what two cores provide at the target
     *     rate
     * @param floorMicros the least that it could cost; null as long as that hasn't been measured
     * @param efficiency {@code floorMicros} as a fraction of {@code cpuMicros}
     */
    @JsonPropertyOrder({
        "operation",
        "service",
        "counted",
        "offeredPerSecond",
        "startedPerSecond",
        "achievedPerSecond",
        "failed",
        "failures",
        "millis",
        "cpuMicros",
        "budgetRatio",
        "floorMicros",
        "efficiency",
        "verdict",
        "series"
    })
    public record OperationResult(
            String operation,
            @Nullable String service,
            boolean counted,
            double offeredPerSecond,
            double startedPerSecond,
            double achievedPerSecond,
            long failed,
            List<Outcome.Failure> failures,
            Outcome.@Nullable Millis millis,
            @Nullable Double cpuMicros,
            @Nullable Double budgetRatio,
            @Nullable Double floorMicros,
            @Nullable Double efficiency,
            GoalVerdict verdict,
            List<Outcome.Second> series) {
        public OperationResult {
            Objects.requireNonNull(operation, "an operation has no name");
            failures = List.copyOf(failures);
            series = List.copyOf(series);
        }
    }

    /**
     * Something that was checked besides speed.
     *
     * @param allowed at most
     */
    @JsonPropertyOrder({"name", "measured", "allowed", "unit", "met"})
    public record FindingResult(
            String name, double measured, double allowed, String unit, boolean met) {}

    /**
     * The generator that made the load.
     *
     * @param cores that it used on average; null if it isn't reported
     * @param options of its JVM
     */
    @JsonPropertyOrder({"cores", "heapBytes", "options"})
    public record GeneratorFacts(
            @Nullable Double cores, @Nullable Long heapBytes, List<String> options) {
        public GeneratorFacts {
            options = List.copyOf(options);
        }
    }

    /**
     * The platform that was measured.
     *
     * @param name {@code local}, that of a context, or an address
     * @param version of the tool, whose build is that of the services where they run here
     */
    @JsonPropertyOrder({"name", "gateway", "version"})
    public record PlatformFacts(String name, String gateway, String version) {}

    /**
     * What one process used while it was measured.
     *
     * @param cores on average; null if it isn't reported
     * @param memoryBytes at most; null if it isn't reported
     * @param gcShare of the time, in pauses; null if no pauses are reported
     */
    @JsonPropertyOrder({"name", "service", "cores", "memoryBytes", "gcShare"})
    public record ProcessFacts(
            String name,
            String service,
            @Nullable Double cores,
            @Nullable Long memoryBytes,
            @Nullable Double gcShare) {}

    /**
     * The machine of this tool and of the generator.
     *
     * @param memoryBytes null where the system doesn't report it; likewise the rest
     * @param loadBefore threads that wanted to run, on average of the minute before
     * @param othersCores that neither platform nor generator used while it was measured
     */
    @JsonPropertyOrder({
        "cores",
        "model",
        "memoryBytes",
        "kernel",
        "java",
        "loadBefore",
        "othersCores"
    })
    public record MachineFacts(
            int cores,
            @Nullable String model,
            @Nullable Long memoryBytes,
            @Nullable String kernel,
            String java,
            @Nullable Double loadBefore,
            @Nullable Double othersCores) {
        /** The same with what is known only afterwards. */
        public MachineFacts withOthers(@Nullable Double cores) {
            return new MachineFacts(
                    this.cores, model, memoryBytes, kernel, java, loadBefore, cores);
        }
    }

    /** The same, compared with others. */
    public LoadRun with(RunComparison others) {
        return new LoadRun(
                version,
                id,
                profile,
                began,
                ended,
                verdict,
                reasons,
                warnings,
                offered,
                target,
                goal,
                operations,
                probes,
                findings,
                postponed,
                others,
                generator,
                platform,
                processes,
                settings,
                machine,
                curves);
    }
}
