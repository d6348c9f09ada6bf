package dev.socialhub.cli.lifecycle;

import dev.socialhub.cli.installation.HomeFolder;
import dev.socialhub.cli.installation.Installation;
import dev.socialhub.cli.platform.Component;
import dev.socialhub.cli.platform.Components;
import dev.socialhub.cli.platform.Instances;
import dev.socialhub.cli.platform.Platform;
import dev.socialhub.cli.platform.ProcessNames;
import dev.socialhub.cli.platform.ResolvePlatform;
import dev.socialhub.cli.process.GatewayUpstreams;
import dev.socialhub.cli.process.PlatformLock;
import dev.socialhub.cli.process.ProcessLauncher;
import dev.socialhub.cli.process.StartPlatform;
import dev.socialhub.cli.process.StopPlatform;
import dev.socialhub.cli.status.InspectPlatform;
import dev.socialhub.cli.status.StatusReport;
import dev.socialhub.cli.terminal.Documents;
import dev.socialhub.cli.terminal.ExitCode;
import dev.socialhub.cli.terminal.OutputFormat;
import dev.socialhub.cli.terminal.ProgressDisplay;
import dev.socialhub.cli.terminal.Terminal;
import dev.socialhub.cli.training.CacheMaker;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code socialhubctl up}. */
@Command(
        name = "up",
        description = {
            "Start PostgreSQL, Redis, Kafka, MongoDB and all services, and wait until they are"
                    + " ready.",
            "",
            "Running processes are left alone, killed ones are started again. Without --detach the"
                    + " platform runs until Ctrl-C. The port of a service or server is set by"
                    + " <NAME>_PORT, such as GATEWAY_PORT, POSTS_PORT or KAFKA_PORT; data is"
                    + " stored in SOCIALHUB_HOME.",
            "",
            "--instances adds instances to the running platform, and stops surplus ones once the"
                    + " gateway sends them no more requests. The second instance of posts is"
                    + " posts-2; its port is chosen automatically, or set by POSTS_2_PORT. The"
                    + " numbers are kept until they are changed."
        },
        footer = {
            "",
            "Examples:",
            "  socialhubctl up",
            "  socialhubctl up --detach",
            "  socialhubctl up --detach --only postgres --only redis",
            "  socialhubctl up --detach --instances posts=2,users=2",
            "  socialhubctl up --detach --seed demo",
            "  GATEWAY_PORT=18080 socialhubctl up --detach -o json"
        })
public final class Up implements Callable<Integer> {
    private final Installation installation;
    private final Terminal terminal;
    private final StartSeeding seeding;

    @Option(
            names = {"-d", "--detach"},
            description = "Return when everything is ready and leave it running.")
    boolean detach;

    @Option(
            names = "--only",
            paramLabel = "SVC",
            completionCandidates = ProcessNames.class,
            description =
                    "Start only this process; with a service the servers and auth are started too."
                            + " Repeatable.")
    List<String> only = List.of();

    @Option(
            names = "--instances",
            paramLabel = "SVC=N",
            description =
                    "Run N instances, 1 to 9, of a service behind the gateway. Repeatable, or"
                            + " separated by commas.")
    List<String> instances = List.of();

    @Option(
            names = "--seed",
            paramLabel = "PROFILE",
            description =
                    "Then fill it with generated users: tiny, demo or load, see `seed --help`."
                            + " Does nothing if they exist.")
    @Nullable String seed;

    @Mixin StartOptions options = new StartOptions();

    public Up(Installation installation, Terminal terminal, StartSeeding seeding) {
        this.installation = installation;
        this.terminal = terminal;
        this.seeding = seeding;
    }

    @Override
    public Integer call() {
        Duration timeout = options.timeout();
        Consumer<Platform> fill = seed == null ? _ -> {} : seeding.with(seed);
        Instances requested = Instances.requested(instances);
        HomeFolder home = installation.home();
        ResolvePlatform resolve = new ResolvePlatform(installation);
        // A first start makes no file before all settings are known to be valid. There is nothing
        // to lock then, and nothing stored; later, what is stored is read under the lock.
        Optional<Platform> first =
                home.isClaimed() ? Optional.empty() : Optional.of(resolve(resolve, requested));
        home.claim();
        Platform platform;
        Foreground foreground;
        try (PlatformLock _ = PlatformLock.take(home.lock())) {
            platform = first.orElseGet(() -> resolve(resolve, requested));
            platform.store();
            foreground = new Foreground(platform, terminal);
            start(platform, foreground, timeout);
        }
        try {
            // Without the lock: a platform may be stopped while it is being filled.
            fill.accept(platform);
        } catch (RuntimeException failure) {
            foreground.leaveRunning();
            throw failure;
        }
        List<Component> wanted = platform.components().select(only);
        report(InspectPlatform.of(home).inspect(wanted), wanted);
        return detach ? ExitCode.DONE : foreground.watch(wanted);
    }

    /**
     * @throws OperatorError if the settings are invalid or a name is unknown
     */
    private Platform resolve(ResolvePlatform resolve, Instances requested) {
        Platform platform = resolve.toStart(requested);
        platform.components().select(only);
        return platform;
    }

    private void start(Platform platform, Foreground foreground, Duration timeout) {
        if (!detach) {
            foreground.stopAllAtExit();
        }
        List<Component> wanted = platform.components().select(only);
        try {
            start(platform, wanted, timeout, foreground.launcher());
            new CacheMaker(installation).startIfNeeded(wanted, terminal);
            foreground.started();
        } catch (RuntimeException failure) {
            // Started processes stay up, so that the next `up` only has to do the rest.
            foreground.leaveRunning();
            throw failure;
        }
    }

    private void start(
            Platform platform, List<Component> wanted, Duration timeout, ProcessLauncher launcher) {
        Components components = platform.components();
        HomeFolder home = platform.home();
        try (ProgressDisplay progress = ProgressDisplay.on(terminal)) {
            List<Component> surplus = platform.surplus();
            GatewayUpstreams upstreams = new GatewayUpstreams(home, components, progress);
            upstreams.include(surplus);
            StartPlatform.of(platform, launcher, timeout, progress)
                    .start(wanted, components.programCount());
            upstreams.drain(surplus);
            new StopPlatform(home, components, progress)
                    .stop(surplus.stream().map(Component::name).toList());
        }
    }

    private void report(StatusReport report, List<Component> wanted) {
        if (options.output != OutputFormat.table) {
            terminal.out().print(Documents.write(options.output, report));
            terminal.out().flush();
            return;
        }
        terminal.out().println();
        terminal.out().print(report.addresses());
        terminal.out().println();
        terminal.out().println("Next:");
        nextCommands(wanted).forEach(line -> terminal.out().println("  " + line));
        terminal.out().flush();
    }

    private List<String> nextCommands(List<Component> wanted) {
        Stream<String> signUp =
                wanted.stream()
                        .filter(component -> component.name().equals(Components.GATEWAY))
                        .map(gateway ->
                                "curl -X POST "
                                        + gateway.url()
                                        + "/api/v1/auth/signup -H 'Content-Type:"
                                        + " application/json' -d '{\"name\":\"John Doe\","
                                        + "\"email\":\"john@example.com\",\"username\":"
                                        + "\"johndoe\",\"password\":\"SecurePass123!\"}'");
        String tool = installation.command();
        return Stream.concat(signUp, Stream.of(tool + " status", tool + " logs -f")).toList();
    }
}
