package dev.socialhub.cli.process;

import dev.socialhub.backing.process.Launch;
import dev.socialhub.cli.installation.HomeFolder;
import dev.socialhub.cli.platform.Component;
import dev.socialhub.cli.platform.Port;
import dev.socialhub.cli.terminal.ExitCode;
import dev.socialhub.cli.terminal.OperatorError;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** A shell script that is healthy when it has made a file. */
final class FakeComponent implements Component {
    private final String name;
    private final Kind kind;
    private final Path folder;
    private final String script;
    private final Map<Port, Integer> ports;
    final AtomicInteger prepared = new AtomicInteger();
    boolean unpreparable;
    String service;

    private FakeComponent(String name, Kind kind, Path folder, String script, int port) {
        this.name = name;
        this.service = name;
        this.kind = kind;
        this.folder = folder;
        this.script = script;
        this.ports = Map.of(kind == Kind.server ? Port.REDIS : new Port("posts", 5001), port);
    }

    /** Makes its file, then stays until it is stopped. */
    static FakeComponent working(String name, Kind kind, Path folder, int port) {
        return scripted(name, kind, folder, "touch healthy-" + name + "; exec sleep 600", port);
    }

    static FakeComponent scripted(String name, Kind kind, Path folder, String script, int port) {
        return new FakeComponent(name, kind, folder, script, port);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public String service() {
        return service;
    }

    @Override
    public boolean matches(String given) {
        return given.equals(name) || given.equals(service);
    }

    @Override
    public boolean isBalanced() {
        return kind == Kind.service && !name.equals("gateway");
    }

    @Override
    public boolean mustAnswerFirst() {
        return name.equals("cache");
    }

    @Override
    public Map<Port, Integer> ports() {
        return ports;
    }

    @Override
    public String url() {
        return "fake://" + name;
    }

    @Override
    public void prepare() {
        if (unpreparable) {
            throw new OperatorError(ExitCode.FAILED, name + ".jar is missing", "build it");
        }
        prepared.incrementAndGet();
    }

    @Override
    public Launch launch() {
        return new Launch(
                name,
                List.of("/bin/sh", "-c", script),
                Map.of(),
                folder,
                new HomeFolder(folder).output(name));
    }

    @Override
    public Health health() {
        return folder.resolve("healthy-" + name).toFile().exists()
                ? Health.up()
                : Health.down("no answer");
    }

    @Override
    public Duration stopGrace() {
        return Duration.ofSeconds(5);
    }
}
