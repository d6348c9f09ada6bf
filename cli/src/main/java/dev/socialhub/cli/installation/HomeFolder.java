package dev.socialhub.cli.installation;

import dev.socialhub.backing.process.DetachedProcess;
import dev.socialhub.cli.machine.WriteTest;
import dev.socialhub.cli.terminal.ExitCode;
import dev.socialhub.cli.terminal.OperatorError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code SOCIALHUB_HOME}: the folder that holds everything a platform stores on the disk. */
public record HomeFolder(Path folder) {
    public HomeFolder {
        folder = folder.toAbsolutePath().normalize();
    }

    public Path data() {
        return folder.resolve("data");
    }

    /** Pictures and videos of posts. */
    public Path media() {
        return data().resolve("media");
    }

    public Path binaries() {
        return folder.resolve("bin");
    }

    public Path programs() {
        return folder.resolve("programs");
    }

    /** Start-up caches, and the data of the process that makes them. */
    public Path caches() {
        return folder.resolve("aot");
    }

    public Path logs() {
        return folder.resolve("logs");
    }

    public Path run() {
        return folder.resolve("run");
    }

    public Path secrets() {
        return folder.resolve("secrets.env");
    }

    public Path lock() {
        return run().resolve("lock");
    }

    public Path ports() {
        return run().resolve("ports.json");
    }

    /** The file in which the gateway finds every instance. */
    public Path upstreams() {
        return folder.resolve("upstreams.json");
    }

    /** What the tool stores to resume long work, and its record of operations. */
    public Path toolState() {
        return folder.resolve("notes");
    }

    /** The Prometheus that runs while dashboards are checked. */
    public Path prometheus() {
        return folder.resolve("prometheus");
    }

    /** Runs of load. A purge keeps them: to compare two runs, each is made on an empty platform. */
    public Path load() {
        return folder.resolve("load");
    }

    /** Users to log in as, which the gateway shows on its landing page while the file exists. */
    public Path demoLogins() {
        return folder.resolve("demo-logins.json");
    }

    public Path pidFile(String process) {
        return run().resolve(process + ".pid");
    }

    /** The process's stdout and stderr. */
    public Path output(String process) {
        return logs().resolve(process + ".out");
    }

    /** A service's log, one JSON object a line. */
    public Path log(String service) {
        return logs().resolve(service + ".log");
    }

    /** The process of this name, if it was started and is alive. */
    public Optional<DetachedProcess> process(String name) {
        return DetachedProcess.find(pidFile(name));
    }

    /** Whether any process is alive. */
    public boolean hasRunningProcess() {
        return startedProcesses().stream().anyMatch(name -> process(name).isPresent());
    }

    /** Names of the processes that were started and not stopped, dead ones included. */
    public List<String> startedProcesses() {
        if (!Files.isDirectory(run())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(run())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".pid"))
                    .map(name -> name.substring(0, name.length() - ".pid".length()))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * Checks that it is or may become a folder.
     *
     * @throws OperatorError (wrong usage) if a file exists at its path
     */
    public void requireFolder() {
        Path nearest = folder;
        while (nearest != null && Files.notExists(nearest)) {
            nearest = nearest.getParent();
        }
        if (nearest != null && Files.exists(nearest) && !Files.isDirectory(nearest)) {
            throw new OperatorError(
                    ExitCode.WRONG_USAGE,
                    "SOCIALHUB_HOME is "
                            + folder
                            + (nearest.equals(folder)
                                    ? ", a file"
                                    : ", but " + nearest + " is a file"),
                    "set it to a folder, or to one that can be created");
        }
    }

    /**
     * Makes the folder, or takes the one that an earlier start made.
     *
     * @throws OperatorError if it can't be written or holds files that the platform didn't make: a
     *     later purge would delete them
     */
    public void claim() {
        if (isForeign()) {
            throw new OperatorError(
                    ExitCode.REFUSED,
                    folder + " holds files that socialhubctl didn't make",
                    "set SOCIALHUB_HOME to a new or empty folder");
        }
        try {
            Files.createDirectories(run());
            Files.createDirectories(logs());
            Files.createDirectories(data());
        } catch (IOException unwritable) {
            throw notWritable(unwritable);
        }
        for (Path part : List.of(folder, run(), logs(), data())) {
            if (!Files.isWritable(part)) {
                throw notWritable(null);
            }
        }
    }

    /** Whether an earlier start has made it. */
    public boolean isClaimed() {
        return Files.isDirectory(run());
    }

    /** Whether the folder holds files that no start has made. */
    public boolean isForeign() {
        return Files.exists(folder) && !isOwn();
    }

    /** What a purge deletes: only what the platform itself makes. */
    public List<Path> purgeable() {
        if (!Files.isDirectory(folder) || !isOwn()) {
            return List.of();
        }
        return Stream.of(
                        data(),
                        binaries(),
                        programs(),
                        caches(),
                        logs(),
                        run(),
                        toolState(),
                        prometheus(),
                        upstreams(),
                        demoLogins(),
                        secrets())
                .filter(Files::exists)
                .toList();
    }

    private boolean isOwn() {
        if (Files.exists(secrets())) {
            return true;
        }
        // A first start that ended before it made the secrets leaves these; a purge leaves the last
        // one.
        List<String> early = List.of("run", "logs", "data", "load");
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(entry -> entry.getFileName().toString())
                            .allMatch(name -> early.contains(name) || WriteTest.isTrial(name))
                    && dataFiles().isEmpty();
        } catch (IOException unreadable) {
            throw notWritable(unreadable);
        }
    }

    private List<Path> dataFiles() throws IOException {
        if (!Files.isDirectory(data())) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(data())) {
            return entries.toList();
        }
    }

    private OperatorError notWritable(@Nullable Throwable cause) {
        return new OperatorError(
                ExitCode.FAILED,
                folder + " can't be written",
                "give "
                        + System.getProperty("user.name")
                        + " the right to write there or set"
                        + " SOCIALHUB_HOME to another folder",
                cause);
    }
}
