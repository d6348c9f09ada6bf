package dev.socialhub.cli.platform;

import dev.socialhub.backing.BackingLayout;
import dev.socialhub.backing.BackingPorts;
import dev.socialhub.backing.BackingServer;
import dev.socialhub.backing.BackingServers;
import dev.socialhub.cli.platform.Component.Kind;
import dev.socialhub.cli.terminal.ExitCode;
import dev.socialhub.cli.terminal.OperatorError;
import dev.socialhub.manifest.PlatformManifest;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Every process of the platform, in the order in which they are shown. */
final class Catalogue {
    /** The name of the service that clients call. */
    static final String GATEWAY = PlatformManifest.packaged().gateway().name();

    /** The name of the service without whose keys no other can verify a token. */
    static final String KEY_HOLDER = PlatformManifest.packaged().keyHolder().name();

    private final List<Component> components;

    Catalogue(List<? extends Component> components) {
        this.components = List.copyOf(components);
    }

    static Catalogue of(
            Installation installation, Ports ports, Instances instances, Secrets secrets) {
        Home home = installation.home();
        ServiceEnvironment environment =
                new ServiceEnvironment(instances, ports, secrets, home, installation.environment());
        Stream<Component> servers =
                servers(installation, ports, secrets).stream()
                        .map(server ->
                                component(
                                        server,
                                        new Programs(installation.dist(), home.programs()),
                                        ports,
                                        environment.blanked()));
        Stream<Component> services =
                instances.all().stream()
                        .map(instance ->
                                new ServiceComponent(
                                        instance,
                                        ports,
                                        installation,
                                        home,
                                        environment.of(instance)));
        return new Catalogue(Stream.concat(servers, services).toList());
    }

    List<Component> all() {
        return components;
    }

    /** One of each kind, even if several instances run. */
    List<Component> programs() {
        Set<String> seen = new HashSet<>();
        return components.stream().filter(component -> seen.add(component.service())).toList();
    }

    /**
     * @throws IllegalArgumentException if no process has that name
     */
    Component named(String name) {
        return components.stream()
                .filter(component -> component.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(name));
    }

    List<String> names() {
        return components.stream().map(Component::name).toList();
    }

    /** How many processes there are with one instance of each service. */
    int usualSize() {
        return (int) components.stream().map(Component::service).distinct().count();
    }

    /** The process that clients call, if it is one of these. */
    Optional<Component> gateway() {
        return components.stream().filter(one -> one.service().equals(GATEWAY)).findFirst();
    }

    /**
     * The processes that these names refer to, in the catalogue's order; a service's name means all
     * its instances.
     *
     * @throws OperatorError (not found) if a name is unknown
     */
    List<Component> named(Collection<String> names) {
        for (String name : names) {
            if (components.stream().noneMatch(component -> component.isMeantBy(name))) {
                throw unknown(name, names());
            }
        }
        return components.stream()
                .filter(component -> names.stream().anyMatch(component::isMeantBy))
                .toList();
    }

    /**
     * The named ones; with any service also all servers and auth, since no service is ready without
     * its data and the keys that tokens are verified with.
     *
     * @param names empty for all
     */
    List<Component> select(Collection<String> names) {
        if (names.isEmpty()) {
            return components;
        }
        List<Component> named = named(names);
        boolean withService = named.stream().anyMatch(one -> one.kind() == Kind.service);
        return components.stream()
                .filter(component ->
                        named.contains(component) || (withService && isNeededByServices(component)))
                .toList();
    }

    private static boolean isNeededByServices(Component component) {
        return component.kind() == Kind.server || component.service().equals(KEY_HOLDER);
    }

    /** The error about an unknown name. */
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
