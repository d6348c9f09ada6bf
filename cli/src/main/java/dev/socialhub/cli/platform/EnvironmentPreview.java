package dev.socialhub.cli.platform;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.socialhub.backing.process.DetachedProcess;
import dev.socialhub.cli.installation.HomeFolder;
import dev.socialhub.cli.installation.Installation;
import dev.socialhub.cli.machine.PortHolders;
import dev.socialhub.cli.platform.PortsFile.StoredPorts;
import dev.socialhub.cli.terminal.OperatorError;
import dev.socialhub.manifest.PlatformManifest;
import dev.socialhub.manifest.ServiceEntry;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The variables that a start would give each service now, whatever runs. Creates no file. */
public final class EnvironmentPreview {
    private static final Path NONE = Path.of("");

    private final Installation installation;
    private final HomeFolder home;
    private final StoredPorts stored;
    private final Ports ports;

    /**
     * @throws OperatorError if a port is invalid
     */
    public EnvironmentPreview(Installation installation) {
        this.installation = installation;
        this.home = installation.home();
        this.stored = new PortsFile(home.ports()).read();
        this.ports =
                Ports.of(
                        installation.environment(),
                        stored.ports(),
                        stored.instances(),
                        new PortHolders(Path.of("/proc"))::isFree);
    }

    /** The origin of a value. */
    public enum Source {
        ENVIRONMENT("environment"),
        SECRETS("secrets.env"),
        /** Computed by {@code up}; it can't be set otherwise. */
        UP("up"),
        PORTS("ports.json"),
        DEFAULT("default");

        private final String text;

        Source(String text) {
            this.text = text;
        }

        @JsonValue
        @Override
        public String toString() {
            return text;
        }
    }

    /** A value and its origin; empty for a secret that isn't made yet. */
    public record Given(String value, Source source) {
        /** Without the value, which may be a secret. */
        @Override
        public String toString() {
            return "Given[" + source + "]";
        }
    }

    /**
     * One instance of a service, as it would be started.
     *
     * @param given what is added to the operator's variables
     * @param pid if it is alive
     */
    public record Start(String name, String service, Map<String, Given> given, Optional<Long> pid) {
        public Start {
            given = Map.copyOf(given);
        }
    }

    /**
     * Every instance of every service.
     *
     * @throws OperatorError if the secrets are incomplete
     */
    public List<Start> starts() {
        Secrets secrets = Secrets.read(home.secrets()).orElseGet(Secrets::none);
        ServiceEnvironment environment =
                new ServiceEnvironment(stored.instances(), ports, secrets, installation);
        return stored.instances().all().stream()
                .map(instance -> start(instance, environment.of(instance)))
                .toList();
    }

    /** The ports by their variables, those of further instances as well. */
    public Map<String, Given> ports() {
        Map<String, Given> given = new TreeMap<>();
        ports.numbers().keySet().forEach(port -> given.put(port.variable(), given(port)));
        return given;
    }

    /** Every variable that may set a port. */
    public static Set<String> portVariables() {
        Stream<Port> further =
                PlatformManifest.packaged().behindGateway().stream()
                        .flatMap(service ->
                                IntStream.rangeClosed(2, Instances.LIMIT)
                                        .mapToObj(Port.of(service)::ofInstance));
        return Stream.concat(Port.ALL.stream(), further)
                .map(Port::variable)
                .collect(Collectors.toSet());
    }

    /** The names of the services. */
    public static List<String> services() {
        return PlatformManifest.packaged().services().stream().map(ServiceEntry::name).toList();
    }

    /** The names of the values in {@code secrets.env}. */
    public static Set<String> secretNames() {
        return Secret.ALL.stream().map(Secret::name).collect(Collectors.toSet());
    }

    /**
     * The variables that a start sets itself for one service or another, whatever the operator's
     * shell says.
     */
    public static Set<String> computedVariables() {
        ServiceEnvironment byDefault =
                new ServiceEnvironment(
                        Instances.DEFAULT,
                        Ports.defaults(),
                        Secrets.none(),
                        new Installation(NONE, new HomeFolder(NONE), NONE, Map.of()));
        return Instances.DEFAULT.all().stream()
                .flatMap(instance -> byDefault.of(instance).keySet().stream())
                .filter(name -> !secretNames().contains(name))
                .collect(Collectors.toSet());
    }

    private Start start(ServiceInstance instance, Map<String, String> added) {
        ServiceEntry service = instance.service();
        Map<String, Given> given = new LinkedHashMap<>();
        added.forEach((name, value) -> {
            if (name.equals("DATABASE_PASSWORD") || service.secrets().contains(name)) {
                given.put(name, new Given(value, Source.SECRETS));
            } else if (!secretNames().contains(name)) {
                given.put(name, new Given(value, Source.UP));
            }
        });
        given.put("PORT", given(instance.port()));
        Port.managementOf(service).ifPresent(port -> given.put("MANAGEMENT_PORT", given(port)));
        return new Start(
                instance.name(),
                service.name(),
                given,
                home.process(instance.name()).map(DetachedProcess::pid));
    }

    private Given given(Port port) {
        String number = Integer.toString(ports.of(port));
        if (!installation.environment().getOrDefault(port.variable(), "").isBlank()) {
            return new Given(number, Source.ENVIRONMENT);
        }
        boolean known = stored.ports().containsKey(port);
        boolean byDefault = number.equals(Integer.toString(port.defaultNumber()));
        return new Given(number, known ? Source.PORTS : byDefault ? Source.DEFAULT : Source.UP);
    }
}
