package dev.socialhub.cli.platform;

import dev.socialhub.backing.process.Launch;
import dev.socialhub.cli.installation.Installation;
import dev.socialhub.cli.installation.Programs;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** One of the platform's own services: one jar, one JVM. */
final class ServiceComponent implements Component {
    private static final List<String> MEMORY =
            List.of("-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError");
    private static final List<String> ACCESS =
            List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow");

    private final ServiceInstance instance;
    private final Map<Port, Integer> ports;
    private final Installation installation;
    private final Programs programs;
    private final Map<String, String> environment;

    ServiceComponent(
            ServiceInstance instance,
            Ports all,
            Installation installation,
            Programs programs,
            Map<String, String> environment) {
        this.instance = instance;
        this.ports = new LinkedHashMap<>();
        instance.ports().forEach(port -> this.ports.put(port, all.of(port)));
        this.installation = installation;
        this.programs = programs;
        this.environment = environment;
    }

    @Override
    public String name() {
        return instance.name();
    }

    @Override
    public String service() {
        return instance.service().name();
    }

    @Override
    public boolean matches(String given) {
        return instance.matches(given);
    }

    @Override
    public boolean isBalanced() {
        return !instance.service().isGateway();
    }

    /**
     * The gateway has to refuse requests in time when the other services have used up the cores.
     */
    @Override
    public Priority priority() {
        return instance.service().isGateway() ? Priority.HIGH : Priority.NORMAL;
    }

    @Override
    public Kind kind() {
        return Kind.service;
    }

    @Override
    public Map<Port, Integer> ports() {
        return ports;
    }

    @Override
    public String url() {
        return "http://127.0.0.1:" + port();
    }

    @Override
    public void prepare() {
        programs.provide(service());
    }

    @Override
    public Launch launch() {
        List<String> command = new ArrayList<>();
        command.add(installation.java().toString());
        command.addAll(memoryFlags());
        command.addAll(ACCESS);
        command.add("-jar");
        command.add(programs.jar(service()).toString());
        return new Launch(
                name(),
                command,
                installation.environmentWith(environment),
                installation.home().folder(),
                installation.home().output(name()));
    }

    @Override
    public Health health() {
        int port = Objects.requireNonNull(ports.get(instance.healthPort()));
        return Readiness.of(URI.create("http://127.0.0.1:" + port + "/health/readiness"));
    }

    @Override
    public Duration stopGrace() {
        return Duration.ofSeconds(20);
    }

    /**
     * {@code JAVA_OPTS_<SERVICE>} replaces the defaults: for example, two collectors can't be given
     * at once.
     */
    private List<String> memoryFlags() {
        String variable = "JAVA_OPTS_" + service().toUpperCase(Locale.ROOT).replace('-', '_');
        String own = installation.environment().getOrDefault(variable, "").strip();
        if (!own.isEmpty()) {
            return List.of(own.split("\\s+"));
        }
        List<String> flags = new ArrayList<>();
        flags.add("-Xmx" + instance.service().heapMegabytes() + "m");
        flags.addAll(MEMORY);
        return flags;
    }
}
