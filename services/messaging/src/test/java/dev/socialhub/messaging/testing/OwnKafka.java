package dev.socialhub.messaging.testing;

import static org.awaitility.Awaitility.await;

import dev.socialhub.backing.BackingLayout;
import dev.socialhub.backing.kafka.KafkaServer;
import dev.socialhub.backing.process.DetachedProcess;
import dev.socialhub.testkit.TestJvm;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A broker that a test may kill. */
public final class OwnKafka implements AutoCloseable {

    private final Path folder;
    private final KafkaServer server;
    private @Nullable DetachedProcess process;

    public OwnKafka(Path folder) {
        this.folder = folder;
        BackingLayout layout =
                new BackingLayout(
                        folder.resolve("data"),
                        folder.resolve("bin"),
                        folder,
                        Path.of(System.getProperty("socialhub.dist")),
                        Path.of(System.getProperty("java.home"), "bin", "java"));
        List<Integer> ports = Stream.generate(TestJvm::freePort).distinct().limit(2).toList();
        this.server = new KafkaServer(layout, ports.getFirst(), ports.getLast());
    }

    public String brokers() {
        return "127.0.0.1:" + server.port();
    }

    public void start() {
        server.prepare();
        process = DetachedProcess.start(server.launch(), folder.resolve("kafka.pid"));
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(100))
                .until(server::answers);
    }

    public void kill() {
        if (process != null) {
            process.kill();
            process = null;
        }
    }

    @Override
    public void close() {
        kill();
    }
}
