package dev.socialhub.cli.platform;

import dev.socialhub.backing.process.DetachedProcess;
import dev.socialhub.cli.connection.Endpoint;
import dev.socialhub.cli.connection.Target;
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
    private final Home home;
    private final List<Resident> residents;

    private RunningPlatform(Home home, List<Resident> residents) {
        this.home = home;
        this.residents = residents;
    }

    /**
     * @throws OperatorError (unavailable) if no process of it is alive
     */
    public static RunningPlatform of(Installation installation) {
        Home home = installation.home();
        List<Resident> residents =
                new Platform(installation)
                        .existing().all().stream()
                                .map(component -> resident(home, component))
                                .toList();
        if (residents.stream().allMatch(resident -> resident.pid().isEmpty())) {
            throw new OperatorError(
                    ExitCode.PLATFORM_UNAVAILABLE,
                    "nothing is running",
                    "`socialhubctl up` starts the platform");
        }
        return new RunningPlatform(home, residents);
    }

    /**
     * One process that belongs to the platform.
     *
     * @param name of the process
     * @param service that it is an instance of; its own name for a server
     * @param ports it should listen on; the first is the one its clients use
     * @param pid if it is alive
     * @param remembered whether it was started and not stopped
     * @param health asks the process for it; empty when it is healthy, otherwise what is wrong
     */
    public record Resident(
            String name,
            String service,
            boolean server,
            List<Integer> ports,
            String url,
            Optional<Long> pid,
            boolean remembered,
            Supplier<Optional<String>> health)
            implements Endpoint {
        public Resident {
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

    public Home home() {
        return home;
    }

    /** All processes, servers first. */
    public List<Resident> residents() {
        return residents;
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
    public List<Resident> services() {
        return residents.stream()
                .filter(resident ->
                        !resident.server() && !resident.service().equals(Catalogue.GATEWAY))
                .toList();
    }

    /**
     * The process of this name.
     *
     * @throws OperatorError if there is none
     */
    public Resident resident(String name) {
        return residents.stream()
                .filter(resident -> resident.name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        Catalogue.unknown(name, residents.stream().map(Resident::name).toList()));
    }

    @Override
    public Resident gateway() {
        return resident(Catalogue.GATEWAY);
    }

    @Override
    public Map<String, String> kafka() {
        return Map.of("bootstrap.servers", "127.0.0.1:" + resident("kafka").port());
    }

    @Override
    public String restartKafka() {
        return resident("kafka").restart();
    }

    @Override
    public Path notes() {
        return home.notes();
    }

    /** The first instance of a service that is alive; any other when none is. */
    @Override
    public Resident instanceOf(String service) {
        return residents.stream()
                .filter(resident -> resident.service().equals(service))
                .filter(resident -> resident.pid().isPresent())
                .findFirst()
                .orElseGet(() -> resident(service));
    }

    /** The address of Redis. */
    public String redis() {
        return "redis://127.0.0.1:" + resident("redis").port();
    }

    /** The database of each service that has one. */
    public List<Database> databases() {
        Secrets secrets = secrets();
        int port = resident("postgres").port();
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
        return secrets().get(Secret.SERVICE_TOKEN_KEY);
    }

    private Secrets secrets() {
        Path file = home.secrets();
        return Secrets.read(file)
                .orElseThrow(() ->
                        new OperatorError(
                                ExitCode.FAILED,
                                file + " is missing",
                                "restore it: the data can't be read without it"));
    }

    private static Resident resident(Home home, Component component) {
        Path pidFile = home.pidFile(component.name());
        return new Resident(
                component.name(),
                component.service(),
                component.kind() == Kind.server,
                List.copyOf(component.ports().values()),
                component.url(),
                DetachedProcess.find(pidFile).map(DetachedProcess::pid),
                Files.exists(pidFile),
                () -> problem(component.health()));
    }

    private static Optional<String> problem(Health health) {
        return health.good() ? Optional.empty() : Optional.of(health.text());
    }
}
