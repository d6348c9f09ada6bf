package dev.socialhub.backing.kafka;

import dev.socialhub.backing.BackingLayout;
import dev.socialhub.backing.BackingServer;
import dev.socialhub.backing.binaries.Folders;
import dev.socialhub.backing.jvm.JavaProgram;
import dev.socialhub.backing.process.Launch;
import dev.socialhub.backing.process.ProcessesInFolder;
import dev.socialhub.backing.wire.Loopback;
import dev.socialhub.backing.wire.Ping;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * One Kafka broker and controller in a JVM of its own. This class uses none of Kafka's classes:
 * they are not on the class path of the programs that start it.
 */
public final class KafkaServer implements BackingServer {
    private static final int HEAP_MEGABYTES = 256;

    private final BackingLayout layout;
    private final int port;
    private final int controllerPort;
    private final JavaProgram program;

    public KafkaServer(BackingLayout layout, int port, int controllerPort) {
        this.layout = layout;
        this.port = port;
        this.controllerPort = controllerPort;
        this.program =
                new JavaProgram(
                        layout, name(), "dev.socialhub.backing.kafka.KafkaMain", HEAP_MEGABYTES);
    }

    @Override
    public String name() {
        return "kafka";
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public void prepare() {
        program.requirePackaged();
        if (ProcessesInFolder.of(data()).isEmpty()) {
            Loopback.requireFree(name(), port);
            Loopback.requireFree("kafka's controller", controllerPort);
        }
        Folders.writable(data());
    }

    @Override
    public Launch launch() {
        return program.launch(
                data(),
                List.of(
                        data().toString(),
                        Integer.toString(port),
                        Integer.toString(controllerPort)));
    }

    @Override
    public boolean answers() {
        return Ping.kafka(port);
    }

    @Override
    public Duration stopGrace() {
        return Duration.ofSeconds(20);
    }

    private Path data() {
        return layout.data().resolve("kafka");
    }
}
