package dev.socialhub.backing.redis;

import dev.socialhub.backing.BackingLayout;
import dev.socialhub.backing.BackingServer;
import dev.socialhub.backing.binaries.Bundled;
import dev.socialhub.backing.binaries.Folders;
import dev.socialhub.backing.binaries.NativePlatform;
import dev.socialhub.backing.binaries.Versions;
import dev.socialhub.backing.process.Launch;
import dev.socialhub.backing.process.ProcessesInFolder;
import dev.socialhub.backing.wire.Loopback;
import dev.socialhub.backing.wire.Ping;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The real Redis server, run directly. */
public final class RedisServer implements BackingServer {
    private static final String PROGRAM = "redis-server";

    private final BackingLayout layout;
    private final int port;
    private final String version = Versions.current().redis();

    public RedisServer(BackingLayout layout, int port) {
        this.layout = layout;
        this.port = port;
    }

    @Override
    public String name() {
        return "redis";
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public void prepare() {
        if (ProcessesInFolder.of(data()).isEmpty()) {
            Loopback.requireFree(name(), port);
        }
        Bundled.copy(NativePlatform.current().redisProgram(version), binaries(), PROGRAM);
        Folders.writable(data());
    }

    @Override
    public Launch launch() {
        // Redis is never the source of truth: every key is a cache, a limit or a read model that
        // can be rebuilt. So one fsync a second is enough, and a kill (not a power cut) loses
        // nothing.
        var command =
                List.of(
                        binaries().resolve(PROGRAM).toString(),
                        "--bind",
                        "127.0.0.1",
                        "--port",
                        Integer.toString(port),
                        "--dir",
                        data().toString(),
                        "--appendonly",
                        "yes",
                        "--appendfsync",
                        "everysec",
                        "--save",
                        "",
                        "--daemonize",
                        "no",
                        "--databases",
                        "16");
        return new Launch(name(), command, Map.of(), data(), layout.log(name()));
    }

    @Override
    public boolean answers() {
        return Ping.redis(port);
    }

    @Override
    public Duration stopGrace() {
        return Duration.ofSeconds(10);
    }

    private Path binaries() {
        return layout.binaries().resolve("redis-" + version);
    }

    private Path data() {
        return layout.data().resolve("redis");
    }
}
