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
            "Running processes are left alone, killed ones are started again. Without --detach the"
                    + " platform runs until Ctrl-C. Ports are set by GATEWAY_PORT, AUTH_PORT,"
                    + " USERS_PORT, POSTS_PORT, NOTIFICATIONS_PORT, POSTGRES_PORT, REDIS_PORT,"
                    + " KAFKA_PORT and MONGODB_PORT; data is stored in SOCIALHUB_HOME.",
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
                    "Run N instances, 1 to 9, of auth, users, posts or notifications. Repeatable,"
                            + " or separated by commas.")
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
        Duration timeout = options.patience();
        Runnable fill = seed == null ? () -> {} : seeding.with(seed);
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
            start(platform, starting, wanted, timeout, foreground.gate());
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
            Duration timeout,
            LaunchGate gate) {
        try (ProgressDisplay progress = ProgressDisplay.on(terminal)) {
            Home home = platform.home();
            List<Component> surplus = platform.surplus(starting.catalogue());
            Rotation rotation = new Rotation(home, starting.catalogue(), progress);
            rotation.include(surplus);
            starting.start(home, wanted, gate, timeout, progress);
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
                        .filter(component -> component.name().equals(Catalogue.GATEWAY))
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
