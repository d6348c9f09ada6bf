package dev.socialhub.cli.load.result;

import dev.socialhub.cli.load.profile.Goals;
import dev.socialhub.cli.load.profile.LoadProfile;
import dev.socialhub.cli.load.result.LoadRun.FindingResult;
import dev.socialhub.cli.load.result.LoadRun.GeneratorFacts;
import dev.socialhub.cli.load.result.LoadRun.MachineFacts;
import dev.socialhub.cli.load.result.LoadRun.Offered;
import dev.socialhub.cli.load.result.LoadRun.OperationResult;
import dev.socialhub.cli.load.result.LoadRun.PlatformFacts;
import dev.socialhub.cli.load.result.LoadRun.ProcessFacts;
import dev.socialhub.cli.load.sampling.Measured;
import dev.socialhub.loadtest.format.Outcome;
import dev.socialhub.loadtest.format.PlanDocument;
import dev.socialhub.loadtest.format.ProbeOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes the document of a run that has taken place. */
public final class BuildLoadRun {
    /** The generator's name among the measured processes. */
    public static final String GENERATOR = "generator";

    /** Over less than a second the kernel's ticks, a hundred a second, are too coarse. */
    private static final double MIN_SECONDS = 1;

    /** If other processes use more of the machine than this, a warning is given. */
    private static final double MAX_OTHER_LOAD = 0.1;

    private final LoadProfile profile;
    private final PlanDocument plan;
    private final Facts facts;

    /**
     * @param facts known before the run
     */
    public BuildLoadRun(LoadProfile profile, PlanDocument plan, Facts facts) {
        this.profile = profile;
        this.plan = plan;
        this.facts = facts;
    }

    /** What is known before the run. */
    public record Facts(
            PlatformFacts platform,
            MachineFacts machine,
            Map<String, String> settings,
            List<String> generatorOptions) {
        public Facts {
            settings = Map.copyOf(settings);
            generatorOptions = List.copyOf(generatorOptions);
        }
    }

    /**
     * Judges the run, and builds its document.
     *
     * @param probes that were measured right after it
     */
    public LoadRun of(
            String id, Outcome outcome, Measured measured, List<ProbeOutcome.Figure> probes) {
        JudgeGoals judge = new JudgeGoals(profile, outcome, measured, probes);
        List<OperationResult> operations = outcome.operations().stream().map(judge::judge).toList();
        List<FindingResult> findings =
                outcome.findings().stream()
                        .map(it ->
                                new FindingResult(
                                        it.name(),
                                        it.measured(),
                                        it.allowed(),
                                        it.unit(),
                                        it.measured() <= it.allowed()))
                        .toList();
        Double generator = generatorCores(outcome, measured);
        List<String> invalid = new ArrayList<>(judge.invalid());
        invalid.addAll(Validity.reasons(outcome, measured, generator, facts.machine().cores()));
        List<String> missed = new ArrayList<>(judge.missed());
        findings.stream().filter(it -> !it.met()).map(BuildLoadRun::sentence).forEach(missed::add);
        GoalVerdict verdict = verdict(invalid, missed, operations, findings);
        Double others = others(measured);
        return new LoadRun(
                LoadRun.VERSION,
                id,
                profile.name(),
                outcome.began(),
                outcome.ended(),
                verdict,
                verdict == GoalVerdict.invalid ? invalid : missed,
                warnings(judge, findings, others),
                new Offered(
                        plan.rate(),
                        plan.warmUpSeconds(),
                        plan.seconds(),
                        outcome.seconds(),
                        plan.people()),
                profile.target(),
                profile.goal(),
                operations,
                probes,
                findings,
                outcome.postponed(),
                null,
                new GeneratorFacts(
                        rounded(generator),
                        outcome.generator() == null ? null : outcome.generator().heapBytes(),
                        facts.generatorOptions()),
                facts.platform(),
                measured.usages().stream().map(usage -> process(usage, measured)).toList(),
                facts.settings(),
                facts.machine().withOthers(rounded(others)),
                measured.curves());
    }

    private static GoalVerdict verdict(
            List<String> invalid,
            List<String> missed,
            List<OperationResult> operations,
            List<FindingResult> findings) {
        if (!invalid.isEmpty()) {
            return GoalVerdict.invalid;
        }
        if (!missed.isEmpty()) {
            return GoalVerdict.missed;
        }
        boolean judged =
                !findings.isEmpty()
                        || operations.stream().anyMatch(it -> it.verdict() == GoalVerdict.met);
        return judged ? GoalVerdict.met : GoalVerdict.unjudged;
    }

    private List<String> warnings(
            JudgeGoals judge, List<FindingResult> findings, @Nullable Double others) {
        List<String> warnings = new ArrayList<>(judge.unjudged());
        profile.goal().keySet().stream()
                .filter(goal -> !Goals.ALL.contains(goal))
                .filter(goal -> findings.stream().noneMatch(it -> it.name().equals(goal)))
                .map(goal -> goal + " wasn't judged: the generator didn't report it")
                .forEach(warnings::add);
        int cores = facts.machine().cores();
        if (others != null && others > MAX_OTHER_LOAD * cores) {
            warnings.add(
                    String.format(
                            Locale.ROOT,
                            "other programs used %.1f of %d cores meanwhile: times are unreliable,"
                                    + " CPU per operation is less affected",
                            others,
                            cores));
        }
        return warnings;
    }

    /** CPU that neither platform nor generator used; null if it isn't known. */
    private static @Nullable Double others(Measured measured) {
        List<Double> known =
                measured.usages().stream()
                        .map(Measured.Usage::cpuSeconds)
                        .filter(Objects::nonNull)
                        .toList();
        if (measured.machineCores().isEmpty() || known.size() < measured.usages().size()) {
            return null;
        }
        double measuredCpu = known.stream().mapToDouble(Double::doubleValue).sum();
        return Math.max(
                0, measured.machineCores().getAsDouble() - measuredCpu / measured.seconds());
    }

    /** The kernel's count between the marks; otherwise what the generator reports. */
    private static @Nullable Double generatorCores(Outcome outcome, Measured measured) {
        for (Measured.Usage usage : measured.usages()) {
            if (usage.name().equals(GENERATOR)
                    && usage.cpuSeconds() != null
                    && measured.seconds() >= MIN_SECONDS) {
                return usage.cpuSeconds() / measured.seconds();
            }
        }
        Outcome.GeneratorUsage reported = outcome.generator();
        return reported == null || outcome.seconds() <= 0
                ? null
                : (Double) (reported.cpuSeconds() / outcome.seconds());
    }

    private static ProcessFacts process(Measured.Usage usage, Measured measured) {
        Double cpu = usage.cpuSeconds();
        Double gc = usage.gcSeconds();
        return new ProcessFacts(
                usage.name(),
                usage.service(),
                rounded(cpu == null ? null : (Double) (cpu / measured.seconds())),
                usage.memoryBytes(),
                rounded(gc == null ? null : (Double) (gc / measured.seconds())));
    }

    private static String sentence(FindingResult finding) {
        return "%s: %s %s, and %s are allowed"
                .formatted(
                        finding.name(),
                        SignificantDigits.text(finding.measured()),
                        finding.unit(),
                        SignificantDigits.given(finding.allowed()));
    }

    private static @Nullable Double rounded(@Nullable Double value) {
        return value == null ? null : (Double) (Math.round(value * 10_000) / 10_000.0);
    }
}
