package dev.socialhub.cli.platform;

import static dev.socialhub.cli.platform.ServiceDefinition.service;

import dev.socialhub.backing.BackingLayout;
import dev.socialhub.backing.BackingPorts;
import dev.socialhub.backing.BackingServer;
import dev.socialhub.backing.BackingServers;
import dev.socialhub.cli.platform.Component.Kind;
import dev.socialhub.cli.terminal.ExitCode;
import dev.socialhub.cli.terminal.OperatorError;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every process of the platform, in the order in which they are shown. */
final class Catalogue {
    /**
     * A new service is one line here, its port in {@link Port} and its password in {@link Secret}.
     */
    static final List<ServiceDefinition> SERVICES =
            List.of(
                    service(
                                    "auth",
                                    Port.AUTH,
                                    Secret.KEY_ENCRYPTION_KEY,
                                    Secret.REFRESH_TOKEN_KEY,
                                    Secret.SERVICE_TOKEN_KEY)
                            .withDatabase(Secret.AUTH_DB_PASSWORD),
                    service("users", Port.USERS, Secret.SERVICE_TOKEN_KEY)
                            .withDatabase(Secret.USERS_DB_PASSWORD),
                    service("posts", Port.POSTS, Secret.SERVICE_TOKEN_KEY)
                            .withDatabase(Secret.POSTS_DB_PASSWORD),
                    service("notifications", Port.NOTIFICATIONS, Secret.SERVICE_TOKEN_KEY),
                    service("gateway", Port.GATEWAY).withManagement(Port.GATEWAY_MANAGEMENT));

    private final List<Component> components;

    Catalogue(List<? extends Component> components) {
        this.components = List.copyOf(components);
    }

    static Catalogue of(Installation installation, Ports ports, Secrets secrets) {
        Home home = installation.home();
        ServiceEnvironment environment =
                new ServiceEnvironment(ports, secrets, home, installation.environment());
        Stream<Component> servers =
                servers(installation, ports, secrets).stream()
                        .map(server ->
                                component(
                                        server,
                                        new Programs(installation.dist(), home.programs()),
                                        ports,
                                        environment.blanked()));
        Stream<Component> services =
                SERVICES.stream()
                        .map(service ->
                                new ServiceComponent(
                                        service,
                                        ports,
                                        installation,
                                        home,
                                        environment.of(service)));
        return new Catalogue(Stream.concat(servers, services).toList());
    }

    List<Component> all() {
        return components;
    }

    List<String> names() {
        return components.stream().map(Component::name).toList();
    }

    /**
     * The named ones; with any service also all servers, since no service works without them.
     *
     * @param names empty for all
     */
    List<Component> select(Collection<String> names) {
        if (names.isEmpty()) {
            return components;
        }
        Set<String> known = components.stream().map(Component::name).collect(Collectors.toSet());
        for (String name : names) {
            if (!known.contains(name)) {
                throw unknown(name, names());
            }
        }
        boolean withServers =
                components.stream()
                        .anyMatch(c -> c.kind() == Kind.service && names.contains(c.name()));
        return components.stream()
                .filter(component ->
                        names.contains(component.name())
                                || withServers && component.kind() == Kind.server)
                .toList();
    }

    /** The error about a name that no process has. */
    static OperatorError unknown(String name, Collection<String> known) {
        return new OperatorError(
                ExitCode.NOT_FOUND,
                "there is no process named '" + name + "'",
                "choose from " + String.join(", ", known));
    }

    private static List<BackingServer> servers(
            Installation installation, Ports ports, Secrets secrets) {
        Home home = installation.home();
        return BackingServers.all(
                new BackingLayout(
                        home.data(),
                        home.binaries(),
                        home.logs(),
                        home.programs(),
                        installation.java()),
                new BackingPorts(
                        ports.of(Port.POSTGRES),
                        ports.of(Port.REDIS),
                        ports.of(Port.KAFKA),
                        ports.of(Port.KAFKA_CONTROLLER),
                        ports.of(Port.MONGODB)),
                secrets.get(Secret.POSTGRES_PASSWORD));
    }

    private static Component component(
            BackingServer server, Programs programs, Ports all, Map<String, String> blanked) {
        List<Port> taken =
                switch (server.name()) {
                    case "postgres" -> List.of(Port.POSTGRES);
                    case "redis" -> List.of(Port.REDIS);
                    case "kafka" -> List.of(Port.KAFKA, Port.KAFKA_CONTROLLER);
                    case "mongodb" -> List.of(Port.MONGODB);
                    default ->
                            throw new IllegalStateException("no port for server " + server.name());
                };
        Map<Port, Integer> ports = new LinkedHashMap<>();
        taken.forEach(port -> ports.put(port, all.of(port)));
        String scheme = server.name().equals("postgres") ? "postgresql" : server.name();
        String url = scheme + "://127.0.0.1:" + server.port();
        return new ServerComponent(server, programs, ports, url, blanked);
    }
}
