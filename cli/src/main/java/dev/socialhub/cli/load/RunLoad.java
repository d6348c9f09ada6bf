package dev.socialhub.cli.load;

import dev.socialhub.cli.context.Contexts;
import dev.socialhub.cli.installation.FileTree;
import dev.socialhub.cli.installation.Installation;
import dev.socialhub.cli.load.profile.LoadProfile;
import dev.socialhub.cli.load.profile.LoadProfiles;
import dev.socialhub.cli.load.report.ReportPage;
import dev.socialhub.cli.load.result.BuildLoadRun;
import dev.socialhub.cli.load.result.Compare;
import dev.socialhub.cli.load.result.GoalVerdict;
import dev.socialhub.cli.load.result.LoadRun;
import dev.socialhub.cli.load.result.RunHistory;
import dev.socialhub.cli.load.result.SignificantDigits;
import dev.socialhub.cli.machine.AtomicFile;
import dev.socialhub.cli.terminal.Documents;
import dev.socialhub.cli.terminal.ExitCode;
import dev.socialhub.cli.terminal.OperatorError;
import dev.socialhub.cli.terminal.Output;
import dev.socialhub.cli.terminal.OutputFormat;
import dev.socialhub.cli.terminal.ProgressDisplay;
import dev.socialhub.cli.terminal.Terminal;
import dev.socialhub.loadtest.format.PlanDocument;
import dev.socialhub.loadtest.format.ProbeOutcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code socialhubctl load run}. */
@Command(
        name = "run",
        description = {
            "Run one load profile against the platform, measure it, and judge it by its goals.",
            "",
            "Requests are offered at a steady rate, whether or not earlier ones have been"
                    + " answered. CPU/OP is the CPU of the service's processes, divided by the"
                    + " requests; R is CPU/OP as a fraction of what two cores provide at the target"
                    + " rate; E is the lowest possible cost of an operation, which probes measure"
                    + " after the load, as a fraction of its actual cost. A run is invalid, and its"
                    + " figures mean nothing, if anything failed, if less than 98 in 100 of the"
                    + " load was achieved, or if a process was restarted during it.",
            "",
            "A profile called overload-… finds the best rate and offers twice that; then refusals"
                    + " and failures are judged. --rate is the rate of its warm-up, --duration the"
                    + " length of the overload; the run takes two minutes longer than these.",
            "",
            "The run is kept for `load history`, with an HTML page. It creates its own users, which"
                    + " are deleted at the end, or remain if the services' key isn't known. A"
                    + " platform on another machine gets load only with --execute; without it the"
                    + " plan is printed. Exits with 0 if all goals are reached, 1 if the run is"
                    + " invalid or the generator failed, 3 if a goal is missed, 4 for an unknown"
                    + " profile or run, 5 without --execute where it is needed, 69 if nothing runs,"
                    + " 130 if it was interrupted."
        },
        footer = {
            "",
            "Examples:",
            "  socialhubctl load run follow",
            "  socialhubctl load run verify-user --rate 400 --duration 2m",
            "  socialhubctl load run follow --compare last",
            "  socialhubctl load run follow --save before.json",
            "  socialhubctl load run gateway --target http://staging.example:8080 --execute"
        })
final class RunLoad implements Callable<Integer> {
    private static final long FLOOR_SECONDS = 4;

    private final Contexts contexts;
    private final Installation installation;
    private final Terminal terminal;

    @Parameters(paramLabel = "PROFILE", description = "See `load list`.")
    String profile = "";

    @Mixin LoadOptions options = new LoadOptions();

    @Option(
            names = "--compare",
            paramLabel = "RUN",
            description =
                    "Compare the run with this one: a file, an id of `load history`, or `last`."
                            + " May be given more than once.")
    List<String> compare = List.of();

    @Option(
            names = "--save",
            paramLabel = "FILE",
            description = "Also write the run to this file, for a later --compare.")
    @Nullable Path save;

    @Option(
            names = "--no-calibrate",
            description =
                    "Don't measure the lowest possible cost of the operations after the load; E"
                            + " stays empty.")
    boolean uncalibrated;

    @Option(names = "--execute", description = "Also run on a platform that isn't on this machine.")
    boolean execute;

    @Mixin Output output = new Output();

    RunLoad(Contexts contexts, Installation installation, Terminal terminal) {
        this.contexts = contexts;
        this.installation = installation;
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException {
        options.check();
        checkSave();
        installation.home().requireFolder();
        LoadProfile chosen = LoadProfiles.read(installation.dist()).named(profile);
        RunHistory history = new RunHistory(installation.home().load());
        List<LoadRun> bases =
                compare.stream().map(name -> history.named(name, chosen.name())).toList();
        LoadTarget target = options.loadTarget(contexts);
        RunNames names = RunNames.of(chosen, Clock.systemUTC());
        Path folder = installation.home().load().resolve(names.id());
        PlanDocument plan = options.plan(chosen, target, names, folder);
        if (!target.here() && !execute) {
            refuse(plan, target);
        }
        LoadRun run = offer(chosen, plan, target, names, folder);
        if (!bases.isEmpty()) {
            run = run.with(Compare.of(run, bases, history.all().runs()));
        }
        store(run, history, folder);
        return print(run, history);
    }

    private LoadRun offer(
            LoadProfile chosen, PlanDocument plan, LoadTarget target, RunNames names, Path folder)
            throws InterruptedException {
        GeneratorProgram program = new GeneratorProgram(installation);
        BuildLoadRun made = new BuildLoadRun(chosen, plan, program.facts(target));
        return InterruptibleWork.in(
                folder,
                interruption -> {
                    try (ProgressDisplay progress = ProgressDisplay.on(terminal)) {
                        OfferLoad.Offered offered =
                                new OfferLoad(
                                                program.command(),
                                                program.secrets(target),
                                                target.watched(),
                                                interruption)
                                        .offer(plan, folder, progress);
                        Calibrate calibrate = new Calibrate(program, target, interruption);
                        return made.of(
                                names.id(),
                                offered.outcome(),
                                offered.measured(),
                                floors(chosen, plan, calibrate, target, folder, progress));
                    }
                });
    }

    /** A completed run of load is useful without the floors too. */
    private List<ProbeOutcome.Figure> floors(
            LoadProfile chosen,
            PlanDocument plan,
            Calibrate calibrate,
            LoadTarget target,
            Path folder,
            ProgressDisplay progress)
            throws InterruptedException {
        // Floors that are measured here say nothing about another machine.
        if (uncalibrated
                || chosen.probes().isEmpty()
                || !target.here()
                || target.watched().isEmpty()) {
            return List.of();
        }
        try {
            return calibrate.run(
                    // The users of the load run are deleted, and their names are never used again.
                    RunNames.of("floors", Clock.systemUTC()).run(),
                    chosen.probes(),
                    plan.rate(),
                    FLOOR_SECONDS,
                    folder.resolve("floors"),
                    progress);
        } catch (OperatorError failure) {
            if (failure.exitCode() == ExitCode.INTERRUPTED) {
                throw failure;
            }
            terminal.say(failure.line());
            return List.of();
        }
    }

    private void store(LoadRun run, RunHistory history, Path folder) {
        String document = Documents.write(OutputFormat.json, run);
        AtomicFile.publish(history.page(run.id()), ReportPage.of(run));
        AtomicFile.publish(history.json(run.id()), document);
        if (save != null) {
            AtomicFile.publish(save.toAbsolutePath(), document);
        }
        if (run.verdict() != GoalVerdict.invalid) {
            FileTree.delete(folder);
        }
    }

    private int print(LoadRun run, RunHistory history) {
        String places =
                "%nreport  %s%ndata    %s%n"
                        .formatted(history.page(run.id()), history.json(run.id()));
        output.print(terminal, () -> new Summary(run, terminal).text() + places, run);
        return switch (run.verdict()) {
            case met, unjudged -> ExitCode.DONE;
            case missed -> ExitCode.PROBLEMS_FOUND;
            case invalid -> ExitCode.FAILED;
        };
    }

    private void checkSave() {
        if (save != null) {
            Path parent = save.toAbsolutePath().getParent();
            if (parent == null || !Files.isWritable(parent) || Files.isDirectory(save)) {
                throw new OperatorError(
                        ExitCode.WRONG_USAGE,
                        "--save is " + save + ", which can't be written",
                        "give a file in a folder that exists");
            }
        }
    }

    private void refuse(PlanDocument plan, LoadTarget target) {
        terminal.out()
                .println(
                        "This would be offered to %s: %s, %s/s for %d s after %d s of warm-up, by %d"
                                        .formatted(
                                                target.name(),
                                                plan.profile(),
                                                SignificantDigits.given(plan.rate()),
                                                plan.seconds(),
                                                plan.warmUpSeconds(),
                                                plan.people())
                                + " generated users. That platform's users would notice it.");
        terminal.out().flush();
        throw new OperatorError(
                ExitCode.REFUSED, "nothing was offered", "add --execute to load " + target.name());
    }
}
