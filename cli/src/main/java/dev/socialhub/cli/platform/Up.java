package dev.socialhub.cli.platform;

import dev.socialhub.backing.PostgresProvisioning;
import dev.socialhub.backing.PostgresProvisioning.Database;
import dev.socialhub.cli.platform.Platform.Starting;
import dev.socialhub.cli.terminal.Documents;
import dev.socialhub.cli.terminal.ExitCode;
import dev.socialhub.cli.terminal.OperatorError;
import dev.socialhub.cli.terminal.OutputFormat;
import dev.socialhub.cli.terminal.Progress;
import dev.socialhub.cli.terminal.Terminal;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
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
                    + " KAFKA_PORT and MONGODB_PORT; data stands in SOCIALHUB_HOME."
        },
        footer = {
            "",
            "Examples:",
            "  socialhubctl up",
            "  socialhubctl up --detach",
            "  socialhubctl up --detach --only postgres --only redis",
            "  GATEWAY_PORT=18080 socialhubctl up --detach -o json"
        })
public final class Up implements Callable<Integer> {
    private final Installation installation;
    private final Terminal terminal;

    @Option(
            names = {"-d", "--detach"},
            description = "Return when everything is ready and leave it running.")
    boolean detach;

    @Option(
            names = "--only",
            paramLabel = "SVC",
            description = "Start only this process; a service brings the servers. Repeatable.")
    List<String> only = List.of();

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "180",
            description = "How long each process may take to be ready (${DEFAULT-VALUE}).")
    int timeout;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "What to print at the end: ${COMPLETION-CANDIDATES}.")
    OutputFormat output = OutputFormat.table;

    public Up(Installation installation, Terminal terminal) {
        this.installation = installation;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (timeout < 1) {
            throw new OperatorError(
                    ExitCode.WRONG_USAGE, "--timeout is " + timeout, "give at least one second");
        }
        Platform platform = new Platform(installation);
        platform.existing().select(only);
        platform.home().claim();
        Foreground foreground = new Foreground(platform, terminal);
        List<Component> wanted;
        try (PlatformLock _ = PlatformLock.take(platform.home().lock())) {
            Starting starting = platform.starting();
            wanted = starting.catalogue().select(only);
            if (!detach) {
                foreground.stopAllAtExit();
            }
            start(platform.home(), starting, wanted, foreground.gate());
            foreground.started();
        } catch (RuntimeException failure) {
            // What was started stays, so that the next `up` only has to do the rest.
            foreground.leaveRunning();
            throw failure;
        }
        report(platform, wanted);
        return detach ? ExitCode.DONE : foreground.watch(wanted);
    }

    private void start(Home home, Starting starting, List<Component> wanted, LaunchGate gate) {
        try (Progress progress = Progress.on(terminal)) {
            BringUp bringUp = new BringUp(home, gate, Duration.ofSeconds(timeout), progress);
            new StartPlatform(
                            home,
                            Preflight.ofThisMachine(),
                            () -> provision(starting),
                            bringUp,
                            progress)
                    .start(wanted, starting.catalogue().all().size());
        }
    }

    private static void provision(Starting starting) {
        List<Database> databases =
                Catalogue.SERVICES.stream()
                        .flatMap(service ->
                                service.databasePassword().stream()
                                        .map(password ->
                                                new Database(
                                                        service.databaseName(),
                                                        service.name(),
                                                        starting.secrets().get(password))))
                        .toList();
        PostgresProvisioning.ensure(
                starting.ports().of(Port.POSTGRES),
                starting.secrets().get(Secret.POSTGRES_PASSWORD),
                databases);
    }

    private void report(Platform platform, List<Component> wanted) {
        StatusReport report = platform.inspect().inspect(wanted);
        if (output != OutputFormat.table) {
            terminal.out().print(Documents.write(output, report));
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

    private static List<String> nextCommands(List<Component> wanted) {
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
        return Stream.concat(signUp, Stream.of("socialhubctl status", "socialhubctl logs -f"))
                .toList();
    }
}
