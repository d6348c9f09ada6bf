package dev.socialhub.cli.load;

import dev.socialhub.cli.connection.Endpoint;
import dev.socialhub.cli.connection.Target;
import dev.socialhub.cli.metrics.WatchedProcess;
import dev.socialhub.cli.platform.RunningPlatform;
import dev.socialhub.cli.terminal.OperatorError;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The platform that the load is offered to.
 *
 * @param here whether it runs on this machine
 * @param services where the instances of each answer; empty if only the gateway is known
 * @param kafka settings of a client; empty likewise
 * @param serviceTokenKey with which the services allow generated users to be deleted; empty if
 *     unknown
 * @param watched the processes whose use of the machine is known
 * @param settings of the platform that matter, by name
 * @param databases of its services; empty unless it is this machine's
 * @param redis where it answers; empty likewise
 */
record LoadTarget(
        String name,
        boolean here,
        String gateway,
        Map<String, List<String>> services,
        Map<String, String> kafka,
        Optional<String> serviceTokenKey,
        List<WatchedProcess> watched,
        Map<String, String> settings,
        List<RunningPlatform.Database> databases,
        Optional<String> redis) {
    private static final Path PROC = Path.of("/proc");

    LoadTarget {
        services = Map.copyOf(services);
        kafka = Map.copyOf(kafka);
        watched = List.copyOf(watched);
        settings = Map.copyOf(settings);
        databases = List.copyOf(databases);
    }

    /** For runs without a platform. */
    static LoadTarget none() {
        return new LoadTarget(
                "nothing",
                true,
                "",
                Map.of(),
                Map.of(),
                Optional.empty(),
                List.of(),
                Map.of(),
                List.of(),
                Optional.empty());
    }

    /** A platform of which more than the gateway's address is known. */
    static LoadTarget of(Target target) {
        Map<String, List<String>> services =
                target.services().stream()
                        .collect(
                                Collectors.groupingBy(
                                        Endpoint::service,
                                        Collectors.mapping(Endpoint::url, Collectors.toList())));
        List<WatchedProcess> watched = new ArrayList<>(WatchedProcess.of(target));
        if (target instanceof RunningPlatform platform) {
            platform.processes().stream()
                    .filter(RunningPlatform.PlatformProcess::server)
                    .map(server ->
                            new WatchedProcess(
                                    server.name(),
                                    server.service(),
                                    Optional.empty(),
                                    server.pid()))
                    .forEach(watched::add);
        }
        Map<String, String> settings = new TreeMap<>();
        services.forEach((service, urls) ->
                settings.put("instances of " + service, Integer.toString(urls.size())));
        for (WatchedProcess one : watched) {
            one.pid()
                    .map(LoadTarget::options)
                    .filter(options -> !options.isEmpty())
                    .ifPresent(options -> settings.put("JVM of " + one.name(), options));
        }
        return new LoadTarget(
                target.name(),
                target.local(),
                target.gateway().url(),
                services,
                target.kafka(),
                key(target),
                watched,
                settings,
                target instanceof RunningPlatform platform ? platform.databases() : List.of(),
                target instanceof RunningPlatform platform
                        ? Optional.of(platform.redis())
                        : Optional.empty());
    }

    /** The gateway's address, behind which nothing is known. */
    static LoadTarget at(URI gateway) {
        String url = gateway.toString().replaceAll("/+$", "");
        return new LoadTarget(
                url,
                isLoopback(gateway),
                url,
                Map.of(),
                Map.of(),
                Optional.empty(),
                List.of(),
                Map.of(),
                List.of(),
                Optional.empty());
    }

    /** Empty for an operator without the key, who can measure all the same. */
    private static Optional<String> key(Target target) {
        try {
            return Optional.of(target.serviceTokenKey());
        } catch (OperatorError withheld) {
            return Optional.empty();
        }
    }

    /** Without the key and secrets that Kafka's settings may contain. */
    @Override
    public String toString() {
        return "LoadTarget[" + name + ", " + gateway + "]";
    }

    private static boolean isLoopback(URI gateway) {
        String host = gateway.getHost();
        return host.equals("localhost") || host.equals("[::1]") || host.matches("127(\\.\\d+){3}");
    }

    /** Heap, collector and the like; empty for a process that isn't a JVM. */
    private static String options(long pid) {
        String line;
        try {
            Path file = PROC.resolve(Long.toString(pid)).resolve("cmdline");
            line = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException endedOrHidden) {
            return "";
        }
        return Arrays.stream(line.split("\0", -1))
                .takeWhile(word -> !word.equals("-jar") && !word.equals("-cp"))
                .filter(word -> word.startsWith("-X"))
                // The path of a start-up cache differs from home to home, its effect doesn't.
                .map(word -> word.startsWith("-XX:AOTCache=") ? "-XX:AOTCache" : word)
                .collect(Collectors.joining(" "));
    }
}
