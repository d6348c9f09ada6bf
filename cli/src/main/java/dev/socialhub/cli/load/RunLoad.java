package dev.socialhub.cli.load;

import dev.socialhub.cli.context.Contexts;
import dev.socialhub.cli.load.generator.Plan;
import dev.socialhub.cli.load.generator.ProbeOutcome;
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
import dev.socialhub.cli.platform.FileTree;
import dev.socialhub.cli.platform.Installation;
import dev.socialhub.cli.terminal.Documents;
import dev.socialhub.cli.terminal.ExitCode;
import dev.socialhub.cli.terminal.OperatorError;
import dev.socialhub.cli.terminal.Output;
import dev.socialhub.cli.terminal.OutputFormat;
import dev.socialhub.cli.terminal.ProgressDisplay;
import dev.socialhub.cli.terminal.Terminal;
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
            "Offer the platform one kind of load, measure it, and judge it by its goals.",
            "",
            "Requests are offered at a steady rate, whether or not earlier ones have been answered."
                    + " CPU/OP is what the service's processes used, divided by the requests; R is that"
                    + " as a part of what two cores have at the target rate; E is the least that an"
                    + " operation could cost, which probes measure once the load is over, as a part of"
                    + " what it does cost. A run in which anything failed, in which less than 98 in 100"
                    + " of the load came about, or during which a process was started anew is invalid:"
                    + " its figures say nothing.",
            "",
            "A profile called overload-… finds the best rate and offers twice that; refusals and"
                    + " failures are judged then. --rate is that of its warm-up, --duration that of"
                    + " the overload; two minutes go by besides.",
            "",
            "The run is kept for `load history`, with a page for a browser. It makes people of its"
                    + " own, who are deleted in the end, or stay where the services' key isn't"
                    + " known. Another platform than one on this machine gets load only with"
                    + " --execute; without it the plan is printed. Exits with 0 if all goals are"
                    + " reached, 1 if the run is invalid or the generator failed, 3 if a goal is"
                    + " missed, 4 for an unknown profile or run, 5 without --execute where it is"
                    + " needed, 69 if nothing runs, 130 if it was interrupted."
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

    @Mixin LoadOptions wishes = new LoadOptions();

    @Option(
            names = "--compare",
            paramLabel = "RUN",
            description =
                    "Hold it against this run: a file, an id of `load history`, or `last`. May be"
                            + " given more than once.")
    List<String> compare = List.of();

    @Option(
            names = "--save",
            paramLabel = "FILE",
            description = "Write it to this file as well, for a later --compare.")
    @Nullable Path save;

    @Option(
            names = "--no-calibrate",
            description =
                    "Don't measure afterwards what the operations cost at the least; E stays"
                            + " empty.")
    boolean uncalibrated;

    @Option(names = "--execute", description = "Also load a platform that isn't on this machine.")
    boolean execute;

    @Mixin Output output = new Output();

    RunLoad(Contexts contexts, Installation installation, Terminal terminal) {
        this.contexts = contexts;
        this.installation = installation;
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException {
        wishes.check();
        checkSave();
        installation.home().requireFolder();
        LoadProfile chosen = LoadProfiles.read(installation.dist()).named(profile);
        RunHistory history = new RunHistory(installation.home().load());
        List<LoadRun> bases =
                compare.stream().map(name -> history.named(name, chosen.name())).toList();
        LoadTarget ground = wishes.ground(contexts);
        RunNames names = RunNames.of(chosen, Clock.systemUTC());
        Path folder = installation.home().load().resolve(names.id());
        Plan plan = wishes.plan(chosen, ground, names, folder);
        if (!ground.here() && !execute) {
            refuse(plan, ground);
        }
        LoadRun run = offer(chosen, plan, ground, names, folder);
        if (!bases.isEmpty()) {
            run = run.with(Compare.of(run, bases, history.all().runs()));
        }
        keep(run, history, folder);
        return tell(run, history);
    }

    private LoadRun offer(
            LoadProfile chosen, Plan plan, LoadTarget ground, RunNames names, Path folder)
            throws InterruptedException {
        GeneratorProgram program = new GeneratorProgram(installation);
        BuildLoadRun made = new BuildLoadRun(chosen, plan, program.facts(ground));
        return InterruptibleWork.in(
                folder,
                interruption -> {
                    try (ProgressDisplay progress = ProgressDisplay.on(terminal)) {
                        OfferLoad.Offered offered =
                                new OfferLoad(
                                                program.command(),
                                                program.secrets(ground),
                                                ground.watched(),
                                                interruption)
                                        .offer(plan, folder, progress);
                        Calibrate calibrate = new Calibrate(program, ground, interruption);
                        return made.of(
                                names.id(),
                                offered.outcome(),
                                offered.measured(),
                                floors(chosen, plan, calibrate, ground, folder, progress));
                    }
                });
    }

    /** A completed run of load is useful without the floors too. */
    private List<ProbeOutcome.Figure> floors(
            LoadProfile chosen,
            Plan plan,
            Calibrate calibrate,
            LoadTarget ground,
            Path folder,
            ProgressDisplay progress)
            throws InterruptedException {
        // Floors that are measured here say nothing about another machine.
        if (uncalibrated
                || chosen.probes().isEmpty()
                || !ground.here()
                || ground.watched().isEmpty()) {
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

    private void keep(LoadRun run, RunHistory history, Path folder) {
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

    private int tell(LoadRun run, RunHistory history) {
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
                        "give a file in a folder that is there");
            }
        }
    }

    private void refuse(Plan plan, LoadTarget ground) {
        terminal.out()
                .println(
                        "This would be offered to %s: %s, %s/s for %d s after %d s of warm-up, by %d"
                                        .formatted(
                                                ground.name(),
                                                plan.profile(),
                                                SignificantDigits.given(plan.rate()),
                                                plan.seconds(),
                                                plan.warmUpSeconds(),
                                                plan.people())
                                + " people who are made for it. Whoever uses that platform"
                                + " meanwhile would feel it.");
        terminal.out().flush();
        throw new OperatorError(
                ExitCode.REFUSED, "nothing was offered", "add --execute to load " + ground.name());
    }
}
