package dev.socialhub.cli.verify;

import dev.socialhub.cli.bus.KafkaBus;
import dev.socialhub.cli.check.CheckLines;
import dev.socialhub.cli.check.CheckResult;
import dev.socialhub.cli.check.CheckTotals;
import dev.socialhub.cli.installation.Installation;
import dev.socialhub.cli.platform.RunningPlatform;
import dev.socialhub.cli.terminal.Colour;
import dev.socialhub.cli.terminal.ExitCode;
import dev.socialhub.cli.terminal.OperatorError;
import dev.socialhub.cli.terminal.Output;
import dev.socialhub.cli.terminal.Terminal;
import dev.socialhub.cli.verify.VerifyReport.Results;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code socialhubctl verify}. */
@Command(
        name = "verify",
        description = {
            "Check that the running platform works, in four stages: 1 processes and ports; 2"
                    + " answers to protocol pings; 3 schemas, topics, keys, consumers, unsent"
                    + " events; 4 the whole flow.",
            "",
            "Each problem comes with its fix. The fourth stage signs up two users, lets them post,"
                    + " follow and be notified, and deletes them again; it is left out when an"
                    + " earlier stage found a failure. Exits with 0 if nothing failed, 3 if"
                    + " something did, 69 if nothing runs."
        },
        footer = {
            "",
            "Examples:",
            "  socialhubctl verify",
            "  socialhubctl verify --stage 3 -o json",
            "  socialhubctl verify --only topics --only group-notifications"
        })
public final class Verify implements Callable<Integer> {
    private static final int LAST_STAGE = 4;

    private final Installation installation;
    private final Terminal terminal;

    @Option(
            names = "--stage",
            paramLabel = "1..4",
            defaultValue = "4",
            description = "The last stage to run (${DEFAULT-VALUE}).")
    int lastStage = LAST_STAGE;

    @Option(
            names = "--only",
            paramLabel = "NAME",
            description =
                    "Run only this check, or this stage: processes, answers, state, flow."
                            + " Repeatable.")
    List<String> only = List.of();

    @Mixin Output output = new Output();

    public Verify(Installation installation, Terminal terminal) {
        this.installation = installation;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (lastStage < 1 || lastStage > LAST_STAGE) {
            throw new OperatorError(
                    ExitCode.WRONG_USAGE, "--stage is " + lastStage, "give a number from 1 to 4");
        }
        long begin = System.nanoTime();
        RunningPlatform platform = RunningPlatform.of(installation);
        try (LazyBus bus = new LazyBus(() -> KafkaBus.of(platform))) {
            VerifyPlan plan = new VerifyPlan(platform, bus);
            List<VerifyStage> stages = chosen(plan.stages());
            if (stages.stream().anyMatch(stage -> stage.number() == LAST_STAGE)) {
                // No user that an interrupted run has created may remain.
                Runtime.getRuntime().addShutdownHook(new Thread(plan.cleanup()::remove));
            }
            List<Results> results = run(stages);
            return report(results, Duration.ofNanos(System.nanoTime() - begin));
        }
    }

    private List<Results> run(List<VerifyStage> stages) {
        RunStages runs = new RunStages();
        List<Results> results = new ArrayList<>();
        for (VerifyStage stage : stages) {
            List<CheckResult> found = runs.run(stage);
            results.add(new Results(stage.number(), stage.name(), found));
            if (output.isHumanReadable()) {
                String title = "Stage %d: %s".formatted(stage.number(), stage.title());
                terminal.out().println(terminal.paint(Colour.STRONG, title));
                terminal.out().print(new CheckLines(terminal, "  ").of(found));
                terminal.out().flush();
            }
        }
        return results;
    }

    private int report(List<Results> results, Duration taken) {
        VerifyReport report = VerifyReport.of(results, taken.toMillis());
        CheckTotals tally = report.totals();
        // In a table output, each stage was printed as it ended.
        output.print(terminal, () -> "", report);
        if (output.isHumanReadable()) {
            terminal.say(tally.summary(taken));
        }
        return tally.exitCode();
    }

    private List<VerifyStage> chosen(List<VerifyStage> all) {
        List<VerifyStage> wanted =
                all.stream().filter(stage -> stage.number() <= lastStage).toList();
        if (only.isEmpty()) {
            return wanted;
        }
        List<String> known = names(wanted).toList();
        for (String name : only) {
            if (!known.contains(name)) {
                throw new OperatorError(
                        ExitCode.NOT_FOUND,
                        "there is no check named '" + name + "'",
                        "choose from " + String.join(", ", known));
            }
        }
        return wanted.stream()
                .map(stage -> only.contains(stage.name()) ? stage : stage.with(named(stage)))
                .filter(stage -> !stage.steps().isEmpty())
                .toList();
    }

    private List<Step> named(VerifyStage stage) {
        return stage.steps().stream().filter(step -> only.contains(step.name())).toList();
    }

    private static Stream<String> names(List<VerifyStage> stages) {
        return stages.stream()
                .flatMap(stage ->
                        Stream.concat(
                                Stream.of(stage.name()),
                                // The steps of the flow make no sense alone.
                                stage.wholly()
                                        ? Stream.empty()
                                        : stage.steps().stream().map(Step::name)));
    }
}
