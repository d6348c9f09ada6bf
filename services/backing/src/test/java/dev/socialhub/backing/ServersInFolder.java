package dev.socialhub.backing;

import static org.awaitility.Awaitility.await;

import dev.socialhub.backing.process.DetachedProcess;
import dev.socialhub.backing.wire.Loopback;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** The servers of one test, started and killed as the operator's tool does it. */
public final class ServersInFolder implements AutoCloseable {
    public static final String PASSWORD = "it's \"secret\"";

    private final Path root;
    private final List<BackingServer> servers;

    public ServersInFolder(Path root) {
        this(root, BackingServers.all(layout(root), freePorts(), PASSWORD));
    }

    public ServersInFolder(Path root, List<BackingServer> servers) {
        this.root = root;
        this.servers = servers;
    }

    public static BackingLayout layout(Path root) {
        return new BackingLayout(
                root.resolve("data"),
                // Unpacked once for all tests of the module.
                Path.of("target", "test-binaries"),
                root.resolve("logs"),
                Path.of(System.getProperty("socialhub.dist")),
                Path.of(System.getProperty("java.home"), "bin", "java"));
    }

    public static BackingPorts freePorts() {
        var ports = Stream.generate(Loopback::freePort).distinct().limit(5).toList();
        return new BackingPorts(
                ports.get(0), ports.get(1), ports.get(2), ports.get(3), ports.get(4));
    }

    public List<BackingServer> all() {
        return servers;
    }

    public BackingServer server(String name) {
        return servers.stream().filter(s -> s.name().equals(name)).findFirst().orElseThrow();
    }

    public DetachedProcess start(BackingServer server) {
        server.prepare();
        return DetachedProcess.start(server.launch(), pidFile(server));
    }

    public void startAndAwait(BackingServer server) {
        start(server);
        awaitAnswer(server);
    }

    public void awaitAnswer(BackingServer server) {
        await(server.name() + " answers")
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(20))
                .until(server::answers);
    }

    public DetachedProcess process(BackingServer server) {
        return DetachedProcess.find(pidFile(server)).orElseThrow();
    }

    public void kill(BackingServer server) {
        process(server).kill();
    }

    public void stop(BackingServer server) {
        process(server).stop(server.stopGrace());
    }

    private Path pidFile(BackingServer server) {
        return root.resolve("run").resolve(server.name() + ".pid");
    }

    @Override
    public void close() {
        servers.forEach(
                server -> DetachedProcess.find(pidFile(server)).ifPresent(DetachedProcess::kill));
    }
}
