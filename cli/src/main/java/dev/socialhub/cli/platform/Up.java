package dev.socialhub.cli.platform;

import dev.socialhub.cli.terminal.Documents;
import dev.socialhub.cli.terminal.ExitCode;
import dev.socialhub.cli.terminal.OutputFormat;
import dev.socialhub.cli.terminal.ProgressDisplay;
import dev.socialhub.cli.terminal.Terminal;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
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
            "What runs is left alone, what was killed is started again. Without --detach the"
                    + " platform runs until Ctrl-C. Ports are set by GATEWAY_PORT, AUTH_PORT,"
                    + " USERS_PORT, POSTS_PORT, NOTIFICATIONS_PORT, POSTGRES_PORT, REDIS_PORT,"
                    + " KAFKA_PORT and MONGODB_PORT; data stands in SOCIALHUB_HOME.",
            "",
            "--instances adds instances to the running platform, and stops those that are too many"
                    + " once the gateway sends them nothing more. The second of posts is posts-2; its"
                    + " port is chosen, or set by POSTS_2_PORT. The numbers hold until they are"
                    + " changed."
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
    private final StartSeeding filling;

    @Option(
            names = {"-d", "--detach"},
            description = "Return when everything is ready and leave it running.")
    boolean detach;

    @Option(
            names = "--only",
            paramLabel = "SVC",
            completionCandidates = ProcessNames.class,
            description =
                    "Start only this process; a service brings the servers and auth. Repeatable.")
    List<String> only = List.of();

    @Option(
            names = "--instances",
            paramLabel = "SVC=N",
            description =
                    "Run N instances, 1 to 9, of auth, users, posts or notifications. Repeatable,"
                            + " or separated by commas.")
    List<String> instances = List.of();

    @Option(
            names = "--seed",
            paramLabel = "PROFILE",
            description =
                    "Then fill it with made-up people: tiny, demo or load, see `seed --help`. Does"
                            + " nothing if they are there.")
    @Nullable String seed;

    @Mixin StartOptions options = new StartOptions();

    public Up(Installation installation, Terminal terminal, StartSeeding filling) {
        this.installation = installation;
        this.terminal = terminal;
        this.filling = filling;
    }

    @Override
    public Integer call() {
        Duration patience = options.patience();
        Runnable fill = seed == null ? () -> {} : filling.with(seed);
        Instances asked = Instances.asked(instances);
        Platform platform = new Platform(installation);
        platform.planned(asked).select(only);
        platform.home().claim();
        Foreground foreground = new Foreground(platform, terminal);
        List<Component> wanted;
        try (PlatformLock _ = PlatformLock.take(platform.home().lock())) {
            StartSequence starting = platform.starting(asked);
            wanted = starting.catalogue().select(only);
            if (!detach) {
                foreground.stopAllAtExit();
            }
            start(platform, starting, wanted, patience, foreground.gate());
            platform.cacheMaker().startIfNeeded(wanted, terminal);
            foreground.started();
        } catch (RuntimeException failure) {
            // Started processes stay up, so that the next `up` only has to do the rest.
            foreground.leaveRunning();
            throw failure;
        }
        try {
            // Without the lock: a platform may be stopped while it is being filled.
            fill.run();
        } catch (RuntimeException failure) {
            foreground.leaveRunning();
            throw failure;
        }
        report(platform, wanted);
        return detach ? ExitCode.DONE : foreground.watch(wanted);
    }

    private void start(
            Platform platform,
            StartSequence starting,
            List<Component> wanted,
            Duration patience,
            LaunchGate gate) {
        try (ProgressDisplay progress = ProgressDisplay.on(terminal)) {
            Home home = platform.home();
            List<Component> surplus = platform.surplus(starting.catalogue());
            Rotation rotation = new Rotation(home, starting.catalogue(), progress);
            rotation.include(surplus);
            starting.start(home, wanted, gate, patience, progress);
            rotation.takeOut(surplus);
            new StopPlatform(home, starting.catalogue(), progress)
                    .stop(surplus.stream().map(Component::name).toList());
        }
    }

    private void report(Platform platform, List<Component> wanted) {
        StatusReport report = platform.inspect().inspect(wanted);
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
                        .filter(component -> component.name().equals("gateway"))
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
