package dev.socialhub.cli.training;

import dev.socialhub.backing.wire.Loopback;
import dev.socialhub.cli.installation.HomeFolder;
import dev.socialhub.cli.installation.Installation;
import dev.socialhub.cli.machine.MachineMemory;
import dev.socialhub.cli.platform.Instances;
import dev.socialhub.cli.platform.Platform;
import dev.socialhub.cli.platform.Port;
import dev.socialhub.cli.platform.Priority;
import dev.socialhub.cli.platform.ResolvePlatform;
import dev.socialhub.cli.process.PlatformLock;
import dev.socialhub.cli.process.ProcessLauncher;
import dev.socialhub.cli.terminal.Amounts;
import dev.socialhub.cli.terminal.ExitCode;
import dev.socialhub.cli.terminal.OperatorError;
import dev.socialhub.cli.terminal.ProgressDisplay;
import dev.socialhub.cli.terminal.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code socialhubctl make-caches}, which {@code up} runs in the background. */
@Command(
        name = MakeCaches.NAME,
        hidden = true,
        description = {
            "Make the start-up caches that are missing, stale or damaged.",
            "",
            "Programs are run on ports and data of their own, and stopped again; the platform"
                    + " isn't touched. `up` does this in the background. SOCIALHUB_AOT=off turns"
                    + " start-up caches off."
        },
        footer = {
            "",
            "Examples:",
            "  socialhubctl make-caches",
            "  socialhubctl make-caches --only posts --only kafka",
            "  socialhubctl make-caches --alone"
        })
public final class MakeCaches implements Callable<Integer> {
    static final String NAME = "make-caches";

    /** Four servers and two services at a time, one of which is just writing its cache. */
    private static final long NEEDED = 3L << 29;

    private static final Duration EXIT_TIMEOUT = Duration.ofSeconds(5);

    private final Installation installation;
    private final Terminal terminal;
    private final ProcessLauncher launcher = new ProcessLauncher();
    private volatile boolean finished;

    @Option(
            names = "--only",
            paramLabel = "SVC",
            description = "Make only the cache of this service or server. Repeatable.")
    List<String> only = List.of();

    @Option(
            names = "--background",
            description = "Leave nine tenths of the CPU to other processes, if they need it.")
    boolean background;

    @Option(
            names = "--alone",
            description =
                    "For an image: no platform need exist, its folder is created. The caches fit"
                            + " programs that are run from its folder `programs`.")
    boolean alone;

    public MakeCaches(Installation installation, Terminal terminal) {
        this.installation = installation;
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        HomeFolder home = installation.home();
        new ResolvePlatform(installation).existing().components().select(only);
        if (!alone && !Files.exists(home.secrets())) {
            throw new OperatorError(
                    ExitCode.PLATFORM_UNAVAILABLE,
                    "there is no platform in " + home.folder(),
                    "`socialhubctl up` starts one");
        }
        requireMemory();
        Files.createDirectories(home.caches());
        TrainingPlatform training = new TrainingPlatform(home);
        try (PlatformLock _ = PlatformLock.take(home.caches().resolve("lock"))) {
            Thread worker = Thread.currentThread();
            Runtime.getRuntime()
                    .addShutdownHook(
                            new Thread(() -> stopTraining(training, worker), "stop-training"));
            deleteUnfinished(home.caches());
            training.build();
            return make(home, training);
        } finally {
            finished = true;
        }
    }

    private int make(HomeFolder home, TrainingPlatform training) {
        Installation trainingInstallation = onTrainingPlatform(training.home());
        Platform platform = new ResolvePlatform(trainingInstallation).toStart(Instances.DEFAULT);
        platform.store();
        Set<String> names = new HashSet<>(only);
        List<String> failed;
        try (ProgressDisplay progress = ProgressDisplay.on(terminal)) {
            failed =
                    new CacheTraining(
                                    home,
                                    platform,
                                    installation.caches(),
                                    launcher,
                                    background ? Priority.LOW::of : UnaryOperator.identity(),
                                    progress)
                            .run(name -> names.isEmpty() || names.contains(name));
        }
        return failed.isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
    }

    /** The same programs with other ports, and a folder of their own. */
    private Installation onTrainingPlatform(HomeFolder home) {
        Map<String, String> environment = new HashMap<>(installation.environment());
        Set<Integer> taken = new HashSet<>();
        for (Port port : Port.ALL) {
            int number = Loopback.freePort();
            while (!taken.add(number)) {
                number = Loopback.freePort();
            }
            environment.put(port.variable(), Integer.toString(number));
        }
        return new Installation(installation.dist(), home, installation.java(), environment);
    }

    private static void requireMemory() {
        new MachineMemory(Path.of("/proc"))
                .available()
                .ifPresent(available -> {
                    if (available < NEEDED) {
                        throw new OperatorError(
                                ExitCode.FAILED,
                                "%s of memory are free, making start-up caches needs %s"
                                        .formatted(Amounts.bytes(available), Amounts.bytes(NEEDED)),
                                "stop other programs, then `socialhubctl up`");
                    }
                });
    }

    /** Deletes what an earlier run that was killed has left unfinished. */
    private static void deleteUnfinished(Path folder) throws IOException {
        try (var files = Files.newDirectoryStream(folder, "*.new*")) {
            for (Path file : files) {
                Files.delete(file);
            }
        }
    }

    /** Nothing is launched after the launcher is closed, so nothing stays behind. */
    private void stopTraining(TrainingPlatform training, Thread worker) {
        launcher.close();
        training.killAll();
        try {
            // If it were interrupted, it would go on to the next program, and create folders again.
            if (!finished) {
                worker.join(EXIT_TIMEOUT);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        training.clear();
    }
}
