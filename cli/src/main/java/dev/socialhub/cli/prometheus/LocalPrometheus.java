package dev.socialhub.cli.prometheus;

import dev.socialhub.backing.process.DetachedProcess;
import dev.socialhub.backing.process.Launch;
import dev.socialhub.cli.concurrency.Polling;
import dev.socialhub.cli.installation.FileTree;
import dev.socialhub.cli.machine.AtomicFile;
import dev.socialhub.cli.terminal.ExitCode;
import dev.socialhub.cli.terminal.OperatorError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A Prometheus that runs for a while on a free port of the loopback address. Its folder holds its
 * configuration, its log and its pid; its data is deleted with it.
 */
public final class LocalPrometheus implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(60);
    private static final Duration SCRAPES = Duration.ofSeconds(60);
    private static final Duration GRACE = Duration.ofSeconds(10);

    /** Prometheus chooses the port, and logs it. */
    private static final Pattern LISTENING =
            Pattern.compile("msg=\"Listening on\" address=\"?(127\\.0\\.0\\.1:\\d+)");

    private static final int TAIL = 5;

    private final Path folder;
    private final FileChannel lock;
    private final int processes;
    private final DetachedProcess process;
    private final Thread atExit = new Thread(this::stop);
    private @Nullable Prometheus server;

    private LocalPrometheus(Path folder, FileChannel lock, int processes, DetachedProcess process) {
        this.folder = folder;
        this.lock = lock;
        this.processes = processes;
        this.process = process;
    }

    /**
     * Starts it and waits until it answers. A Prometheus that a killed tool has left behind is
     * ended first.
     *
     * @param folder of its own, created if it doesn't exist
     * @throws OperatorError (refused) if another tool runs one in this folder; (failed) if it
     *     doesn't start
     */
    public static LocalPrometheus start(Path program, Path folder, ScrapeConfig config) {
        FileChannel lock = lock(folder);
        Path pidFile = folder.resolve("prometheus.pid");
        DetachedProcess.find(pidFile).ifPresent(left -> left.stop(GRACE));
        Path log = folder.resolve("prometheus.log");
        deleteData(folder);
        try {
            Files.deleteIfExists(log);
        } catch (IOException undeletable) {
            throw new UncheckedIOException(undeletable);
        }
        Path file = folder.resolve("prometheus.yml");
        AtomicFile.write(file, config.text());
        List<String> command =
                List.of(
                        program.toString(),
                        "--config.file=" + file,
                        "--storage.tsdb.path=" + folder.resolve("data"),
                        "--web.listen-address=127.0.0.1:0");
        DetachedProcess process =
                DetachedProcess.start(
                        new Launch("prometheus", command, Map.of(), folder, log), pidFile);
        LocalPrometheus started =
                new LocalPrometheus(folder, lock, config.processes().size(), process);
        // In a session of its own, it doesn't receive Ctrl-C.
        Runtime.getRuntime().addShutdownHook(started.atExit);
        boolean complete = false;
        try {
            started.awaitAnswer(log);
            complete = true;
        } finally {
            if (!complete) {
                started.close();
            }
        }
        return started;
    }

    /** A client for it. */
    public Prometheus server() {
        if (server == null) {
            throw new IllegalStateException("it hasn't answered yet");
        }
        return server;
    }

    /**
     * Waits until every process was scraped often enough for rates and rules to have values.
     *
     * @throws OperatorError (timed out) if that takes too long
     */
    public void awaitScrapes() {
        boolean enough =
                Polling.until(
                        SCRAPES,
                        () ->
                                scraped("count(up)") >= processes
                                        && scraped("min(count_over_time(up[5m]))") >= 4);
        if (!enough) {
            throw new OperatorError(
                    ExitCode.TIMED_OUT,
                    "Prometheus has not read every process within " + SCRAPES.toSeconds() + " s",
                    "see " + folder.resolve("prometheus.log"));
        }
    }

    @Override
    public void close() {
        stop();
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException alreadyShuttingDown) {
            return;
        }
    }

    private void stop() {
        process.stop(GRACE);
        try {
            deleteData(folder);
            lock.close();
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        }
    }

    private double scraped(String expression) {
        return server().query(expression).values().stream().findFirst().orElse(0.0);
    }

    private void awaitAnswer(Path log) {
        boolean answers =
                Polling.until(
                        START, () -> !process.isAlive() || (listens(log) && server().ready()));
        if (!answers || !process.isAlive()) {
            List<String> lines = lines(log);
            throw new OperatorError(
                    ExitCode.FAILED,
                    "Prometheus didn't start",
                    "see the lines above, from " + log,
                    lines.subList(Math.max(0, lines.size() - TAIL), lines.size()),
                    null);
        }
    }

    private boolean listens(Path log) {
        if (server == null) {
            Optional<String> address =
                    lines(log).stream()
                            .map(LISTENING::matcher)
                            .filter(Matcher::find)
                            .map(found -> found.group(1))
                            .findFirst();
            address.ifPresent(one -> server = Prometheus.at("http://" + one));
        }
        return server != null;
    }

    private static List<String> lines(Path log) {
        try {
            return Files.exists(log) ? Files.readAllLines(log) : List.of();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The operating system releases it when this process ends, however it ends. */
    private static FileChannel lock(Path folder) {
        try {
            Files.createDirectories(folder);
            FileChannel channel =
                    FileChannel.open(
                            folder.resolve("lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
            if (tryLock(channel) == null) {
                channel.close();
                throw new OperatorError(
                        ExitCode.REFUSED,
                        "another socialhubctl runs Prometheus in " + folder,
                        "wait until it has ended, then try again");
            }
            return channel;
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }

    private static void deleteData(Path folder) {
        Path data = folder.resolve("data");
        if (Files.exists(data)) {
            FileTree.delete(data);
        }
    }
}
