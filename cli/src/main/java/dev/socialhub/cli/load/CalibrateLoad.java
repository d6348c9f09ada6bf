package dev.socialhub.cli.load;

import dev.socialhub.cli.context.Contexts;
import dev.socialhub.cli.installation.FileTree;
import dev.socialhub.cli.installation.Installation;
import dev.socialhub.cli.load.profile.LoadProfiles;
import dev.socialhub.cli.terminal.ExitCode;
import dev.socialhub.cli.terminal.OperatorError;
import dev.socialhub.cli.terminal.Output;
import dev.socialhub.cli.terminal.ProgressDisplay;
import dev.socialhub.cli.terminal.Terminal;
import dev.socialhub.cli.terminal.TypedTime;
import dev.socialhub.loadtest.format.ProbeOutcome;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code socialhubctl load calibrate}. */
@Command(
        name = "calibrate",
        description = {
            "Measure the lowest possible cost of operations: the same work with nothing around it.",
            "",
            "Each probe does one kind of work in a process of its own, and measures its CPU. `load"
                    + " run` also runs the probes, right after the load and at its rate, and shows"
                    + " as E which fraction of an operation's CPU this lowest cost is. RATE is how"
                    + " often a second the work was done: as often as possible, or 800 times for"
                    + " HTTP requests, unless --rate is given. POSTGRES is the CPU of the database"
                    + " for it.",
            "",
            "SQL statements run on separate tables beside the services' own; these are dropped at"
                    + " the end. Probes that can't be run are skipped, with the reason. Exits with"
                    + " 0, 1 if the program isn't built or failed, 4 for an unknown probe, 69 if a"
                    + " probe given with --probe was skipped, 130 if it was interrupted."
        },
        footer = {
            "",
            "Examples:",
            "  socialhubctl load calibrate",
            "  socialhubctl load calibrate --probe hash --probe request --duration 10s",
            "  socialhubctl load calibrate --probe follow-sql --rate 150 -o json"
        })
final class CalibrateLoad implements Callable<Integer> {
    private static final double LIMIT = 50_000;

    private final Contexts contexts;
    private final Installation installation;
    private final Terminal terminal;

    @Option(
            names = "--probe",
            paramLabel = "NAME",
            description = "Only this probe. May be given more than once.")
    List<String> probes = List.of();

    @Option(
            names = "--duration",
            paramLabel = "TIME",
            defaultValue = "4s",
            description = "How long to measure each probe; by default ${DEFAULT-VALUE}.")
    String duration = "4s";

    @Option(
            names = "--rate",
            paramLabel = "N",
            description = "How often a second to do the work; its cost depends on that.")
    @Nullable Double rate;

    @Mixin Output output = new Output();

    CalibrateLoad(Contexts contexts, Installation installation, Terminal terminal) {
        this.contexts = contexts;
        this.installation = installation;
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException {
        long seconds = seconds();
        installation.home().requireFolder();
        LoadProfiles profiles = LoadProfiles.read(installation.dist());
        List<String> wanted =
                probes.isEmpty()
                        ? profiles.probes().stream().map(LoadProfiles.Probe::name).toList()
                        : probes.stream()
                                .distinct()
                                .map(name -> profiles.probe(name).name())
                                .toList();
        LoadTarget target = target();
        RunNames names = RunNames.of("calibrate", Clock.systemUTC());
        Path folder = installation.home().load().resolve(names.id());
        GeneratorProgram program = new GeneratorProgram(installation);
        List<ProbeOutcome.Figure> figures =
                InterruptibleWork.in(
                        folder,
                        interruption -> {
                            try (ProgressDisplay progress = ProgressDisplay.on(terminal)) {
                                return new Calibrate(program, target, interruption)
                                        .run(names.run(), wanted, rate, seconds, folder, progress);
                            }
                        });
        FileTree.delete(folder);
        CalibrationReport report = CalibrationReport.of(profiles, figures);
        output.print(terminal, report::table, report);
        return probes.isEmpty() ? ExitCode.DONE : requireNoneSkipped(figures);
    }

    private long seconds() {
        long seconds = TypedTime.length(duration).toSeconds();
        if (seconds < 1) {
            throw new OperatorError(
                    ExitCode.WRONG_USAGE, "--duration is " + duration, "give 1s or more");
        }
        if (rate != null && !(rate >= 0.1 && rate <= LIMIT)) {
            throw new OperatorError(
                    ExitCode.WRONG_USAGE, "--rate is " + rate, "give a number from 0.1 to 50000");
        }
        return seconds;
    }

    /** Probes that need no platform can be measured without one. */
    private LoadTarget target() {
        try {
            return LoadTarget.of(contexts.target());
        } catch (OperatorError failure) {
            if (failure.exitCode() == ExitCode.PLATFORM_UNAVAILABLE) {
                return LoadTarget.none();
            }
            throw failure;
        }
    }

    private static int requireNoneSkipped(List<ProbeOutcome.Figure> figures) {
        Optional<ProbeOutcome.Figure> skipped =
                figures.stream().filter(figure -> figure.skipped() != null).findFirst();
        if (skipped.isPresent()) {
            throw new OperatorError(
                    ExitCode.PLATFORM_UNAVAILABLE,
                    "the probe " + skipped.get().probe() + " was skipped",
                    "fix the reason in its line, or leave the probe out");
        }
        return ExitCode.DONE;
    }
}
