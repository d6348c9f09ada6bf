package dev.socialhub.backing.process;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A process that outlives its starter. It is remembered in a pid file together with its identity,
 * so that a reused pid is not mistaken for it.
 */
public final class DetachedProcess {
    private static final Duration KILL_WAIT = Duration.ofSeconds(10);

    private final Path file;
    private final PidFile remembered;

    private DetachedProcess(Path file, PidFile remembered) {
        this.file = file;
        this.remembered = remembered;
    }

    /**
     * Starts the command in a session of its own, with stdin at {@code /dev/null}.
     *
     * @throws UncheckedIOException if it can't be started or remembered
     */
    public static DetachedProcess start(Launch launch, Path pidFile) {
        try {
            Files.createDirectories(launch.log().toAbsolutePath().getParent());
            Files.createDirectories(launch.directory());
            var builder =
                    new ProcessBuilder(inOwnSession(launch.command()))
                            .directory(launch.directory().toFile())
                            .redirectInput(new File("/dev/null"))
                            .redirectErrorStream(true)
                            .redirectOutput(
                                    ProcessBuilder.Redirect.appendTo(launch.log().toFile()));
            builder.environment().putAll(launch.environment());
            var process = builder.start();
            return remember(launch, process, pidFile);
        } catch (IOException e) {
            throw new UncheckedIOException(launch.name() + " could not be started", e);
        }
    }

    /** The process that the file remembers, if it is still alive. */
    public static Optional<DetachedProcess> find(Path pidFile) {
        return PidFile.read(pidFile)
                .map(remembered -> new DetachedProcess(pidFile, remembered))
                .filter(DetachedProcess::isAlive);
    }

    public String name() {
        return remembered.name();
    }

    public long pid() {
        return remembered.pid();
    }

    public Instant startedAt() {
        return remembered.startedAt();
    }

    public boolean isAlive() {
        return process().isAlive();
    }

    /** Asks it to end, kills it if it hasn't within the grace, and forgets it. */
    public void stop(Duration grace) {
        if (isAlive()) {
            process().signal(remembered.stopSignal().name());
            if (!process().awaitEnd(grace)) {
                kill();
            }
        }
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** SIGKILL; returns when the process is gone. The pid file stays. */
    public void kill() {
        process().signal("KILL");
        process().awaitEnd(KILL_WAIT);
    }

    private ObservedProcess process() {
        return new ObservedProcess(pid(), remembered.identity());
    }

    private static DetachedProcess remember(Launch launch, Process process, Path pidFile)
            throws IOException {
        // A process that ended at once has no identity; it is remembered as one that is not alive.
        var identity = ProcessIdentity.of(process.pid()).orElse("ended");
        var remembered =
                new PidFile(
                        launch.name(), process.pid(), Instant.now(), identity, launch.stopSignal());
        try {
            remembered.write(pidFile);
        } catch (IOException e) {
            process.destroyForcibly();
            throw e;
        }
        return new DetachedProcess(pidFile, remembered);
    }

    /** {@code setsid} replaces itself by the command, so the pid stays the command's own. */
    private static List<String> inOwnSession(List<String> command) {
        var setsid = Path.of("/usr/bin/setsid");
        if (!Files.isExecutable(setsid)) {
            return command;
        }
        var wrapped = new ArrayList<String>(command.size() + 1);
        wrapped.add(setsid.toString());
        wrapped.addAll(command);
        return wrapped;
    }
}
