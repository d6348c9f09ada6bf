package dev.socialhub.backing.mongodb;

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

/** A server that speaks MongoDB's protocol and keeps its documents in one H2 file. */
public final class MongodbServer implements BackingServer {
    private static final int HEAP_MEGABYTES = 256;

    private final BackingLayout layout;
    private final int port;
    private final JavaProgram program;

    public MongodbServer(BackingLayout layout, int port) {
        this.layout = layout;
        this.port = port;
        this.program =
                new JavaProgram(
                        layout,
                        name(),
                        "dev.socialhub.backing.mongodb.MongodbMain",
                        HEAP_MEGABYTES);
    }

    @Override
    public String name() {
        return "mongodb";
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
        }
        Folders.writable(data());
    }

    @Override
    public Launch launch() {
        return program.launch(
                data(), List.of(data().resolve("documents.mv").toString(), Integer.toString(port)));
    }

    @Override
    public boolean answers() {
        return Ping.mongodb(port);
    }

    @Override
    public Duration stopGrace() {
        return Duration.ofSeconds(10);
    }

    private Path data() {
        return layout.data().resolve("mongodb");
    }
}
