package dev.socialhub.cli.platform;

import dev.socialhub.backing.BackingLayout;
import dev.socialhub.backing.BackingPorts;
import dev.socialhub.backing.BackingServer;
import dev.socialhub.backing.BackingServers;
import dev.socialhub.cli.installation.HomeFolder;
import dev.socialhub.cli.installation.Installation;
import dev.socialhub.cli.installation.Programs;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Makes the description of each process from the settings of the platform. */
final class MakeComponents {
    private final Installation installation;
    private final Ports ports;
    private final ServiceEnvironment environment;

    MakeComponents(Installation installation, Ports ports, ServiceEnvironment environment) {
        this.installation = installation;
        this.ports = ports;
        this.environment = environment;
    }

    /** The servers, and these instances of the services. */
    Components all(Instances instances) {
        Map<String, String> blanked = environment.blanked();
        Programs programs = programs();
        Stream<Component> servers =
                servers().stream().map(server -> server(server, programs, blanked));
        Stream<Component> services = instances.all().stream().map(this::service);
        return new Components(Stream.concat(servers, services).toList());
    }

    /** One instance of a service. */
    ServiceComponent service(ServiceInstance instance) {
        return new ServiceComponent(
                instance, ports, installation, programs(), environment.of(instance));
    }

    private Programs programs() {
        return new Programs(installation.dist(), installation.home().programs());
    }

    private List<BackingServer> servers() {
        HomeFolder home = installation.home();
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
                environment.superuserPassword());
    }

    private ServerComponent server(
            BackingServer server, Programs programs, Map<String, String> blanked) {
        List<Port> purposes =
                switch (server.name()) {
                    case "postgres" -> List.of(Port.POSTGRES);
                    case "redis" -> List.of(Port.REDIS);
                    case "kafka" -> List.of(Port.KAFKA, Port.KAFKA_CONTROLLER);
                    case "mongodb" -> List.of(Port.MONGODB);
                    default ->
                            throw new IllegalStateException("no port for server " + server.name());
                };
        Map<Port, Integer> numbers = new LinkedHashMap<>();
        purposes.forEach(port -> numbers.put(port, ports.of(port)));
        String scheme = server.name().equals("postgres") ? "postgresql" : server.name();
        String url = scheme + "://127.0.0.1:" + server.port();
        return new ServerComponent(server, programs, numbers, url, blanked);
    }
}
