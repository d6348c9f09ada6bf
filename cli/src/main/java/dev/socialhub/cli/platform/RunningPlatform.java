package dev.socialhub.cli.platform;

import dev.socialhub.backing.process.DetachedProcess;
import dev.socialhub.cli.connection.Endpoint;
import dev.socialhub.cli.connection.Target;
import dev.socialhub.cli.installation.HomeFolder;
import dev.socialhub.cli.installation.Installation;
import dev.socialhub.cli.platform.Component.Health;
import dev.socialhub.cli.platform.Component.Kind;
import dev.socialhub.cli.terminal.ExitCode;
import dev.socialhub.cli.terminal.OperatorError;
import dev.socialhub.manifest.PlatformManifest;
import dev.socialhub.manifest.ServiceEntry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The platform as it was started, for commands that query its processes. Creates no file. */
public final class RunningPlatform implements Target {
    private final Platform platform;
    private final List<PlatformProcess> processes;

    private RunningPlatform(Platform platform, List<PlatformProcess> processes) {
        this.platform = platform;
        this.processes = processes;
    }

    /**
     * @throws OperatorError (unavailable) if no process of it is alive
     */
    public static RunningPlatform of(Installation installation) {
        return of(new ResolvePlatform(installation).existing());
    }

    /**
     * @throws OperatorError (unavailable) if no process of it is alive
     */
    public static RunningPlatform of(Platform platform) {
        List<PlatformProcess> processes =
                platform.components().all().stream()
                        .map(component -> process(platform.home(), component))
                        .toList();
        if (processes.stream().allMatch(process -> process.pid().isEmpty())) {
            throw new OperatorError(
                    ExitCode.PLATFORM_UNAVAILABLE,
                    "nothing is running",
                    "`socialhubctl up` starts the platform");
        }
        return new RunningPlatform(platform, processes);
    }

    /**
     * One process that belongs to the platform.
     *
     * @param name of the process
     * @param service that it is an instance of; its own name for a server
     * @param ports it should listen on; the first is the one its clients use
     * @param pid if it is alive
     * @param started whether it was started and not stopped
     * @param health asks the process for it; empty when it is healthy, otherwise what is wrong
     */
    public record PlatformProcess(
            String name,
            String service,
            boolean server,
            List<Integer> ports,
            String url,
            Optional<Long> pid,
            boolean started,
            Supplier<Optional<String>> health)
            implements Endpoint {
        public PlatformProcess {
            ports = List.copyOf(ports);
        }

        @Override
        public String restart() {
            return "socialhubctl restart " + name;
        }

        public int port() {
            return ports.getFirst();
        }
    }

    /**
     * How a service reaches its database.
     *
     * @param service that owns the database
     * @param url for JDBC
     */
    public record Database(String service, String url, String user, String password) {
        /** Without the password, which must not be logged. */
        @Override
        public String toString() {
            return "Database[" + service + ", " + url + "]";
        }
    }

    public HomeFolder home() {
        return platform.home();
    }

    /** All processes, servers first. */
    public List<PlatformProcess> processes() {
        return processes;
    }

    @Override
    public String name() {
        return "local";
    }

    @Override
    public boolean local() {
        return true;
    }

    @Override
    public List<PlatformProcess> services() {
        return processes.stream()
                .filter(process ->
                        !process.server() && !process.service().equals(Components.GATEWAY))
                .toList();
    }

    /**
     * The process of this name.
     *
     * @throws OperatorError if there is none
     */
    public PlatformProcess process(String name) {
        return processes.stream()
                .filter(process -> process.name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        Components.unknown(
                                name, processes.stream().map(PlatformProcess::name).toList()));
    }

    @Override
    public PlatformProcess gateway() {
        return process(Components.GATEWAY);
    }

    @Override
    public Map<String, String> kafka() {
        return Map.of("bootstrap.servers", "127.0.0.1:" + process("kafka").port());
    }

    @Override
    public String restartKafka() {
        return process("kafka").restart();
    }

    @Override
    public Path toolState() {
        return platform.home().toolState();
    }

    /** The first instance of a service that is alive; any other when none is. */
    @Override
    public PlatformProcess instanceOf(String service) {
        return processes.stream()
                .filter(process -> process.service().equals(service))
                .filter(process -> process.pid().isPresent())
                .findFirst()
                .orElseGet(() -> process(service));
    }

    /** The address of Redis. */
    public String redis() {
        return "redis://127.0.0.1:" + process("redis").port();
    }

    /** The database of each service that has one. */
    public List<Database> databases() {
        Secrets secrets = platform.knownSecrets();
        int port = process("postgres").port();
        return PlatformManifest.packaged().services().stream()
                .filter(ServiceEntry::hasDatabase)
                .map(service ->
                        new Database(
                                service.name(),
                                "jdbc:postgresql://127.0.0.1:%d/%s"
                                        .formatted(port, service.databaseName()),
                                service.name(),
                                secrets.get(new Secret(service.databasePassword()))))
                .toList();
    }

    @Override
    public String serviceTokenKey() {
        return platform.knownSecrets().get(Secret.SERVICE_TOKEN_KEY);
    }

    private static PlatformProcess process(HomeFolder home, Component component) {
        Path pidFile = home.pidFile(component.name());
        return new PlatformProcess(
                component.name(),
                component.service(),
                component.kind() == Kind.server,
                List.copyOf(component.ports().values()),
                component.url(),
                home.process(component.name()).map(DetachedProcess::pid),
                Files.exists(pidFile),
                () -> problem(component.health()));
    }

    private static Optional<String> problem(Health health) {
        return health.good() ? Optional.empty() : Optional.of(health.text());
    }
}
