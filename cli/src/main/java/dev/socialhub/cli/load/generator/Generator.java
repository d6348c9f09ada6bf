package dev.socialhub.cli.load.generator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.socialhub.cli.machine.AtomicFile;
import dev.socialhub.cli.terminal.ExitCode;
import dev.socialhub.cli.terminal.OperatorError;
import dev.socialhub.cli.terminal.Printable;
import dev.socialhub.loadtest.format.Outcome;
import dev.socialhub.loadtest.format.ProgressMessage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Runs the program that makes the load. If this process ends normally, the program ends too: it is
 * asked to end, and killed if it doesn't.
 */
public final class Generator implements AutoCloseable {
    /** Added to a signal's number in exit codes, by shells and by the JVM. */
    private static final int SIGNAL_EXIT_BASE = 128;

    private static final int SIGINT = 2;
    private static final int SIGTERM = 15;

    /** Before it ends, the generator deletes the users that it made. */
    private static final Duration GRACE = Duration.ofSeconds(60);

    private final JsonMapper json =
            JsonMapper.builder()
                    .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build();
    private final Path log;
    private final Path outcome;
    private final Process process;
    private volatile boolean interrupted;

    /** Listens to the generator's progress. */
    @FunctionalInterface
    public interface Listener {
        /** Called in order, as soon as the generator prints a line. */
        void received(ProgressMessage message) throws InterruptedException;
    }

    /**
     * Starts it.
     *
     * @param plan of load, or of probes
     * @param command the program, without the two files that are passed to it
     * @param secrets variables of its own, which are in no file
     * @param folder for plan, outcome and what it prints; is made
     */
    public Generator(List<String> command, Map<String, String> secrets, Record plan, Path folder) {
        this.log = folder.resolve("generator.log");
        this.outcome = folder.resolve("outcome.json");
        Path file = folder.resolve("plan.json");
        List<String> words = new ArrayList<>(command);
        words.add(file.toString());
        words.add(outcome.toString());
        try {
            Files.createDirectories(folder);
            AtomicFile.write(file, json.writeValueAsString(plan));
            ProcessBuilder builder =
                    new ProcessBuilder(words)
                            .directory(folder.toFile())
                            .redirectError(log.toFile());
            builder.environment().putAll(secrets);
            this.process = builder.start();
        } catch (IOException failure) {
            throw new OperatorError(
                    ExitCode.FAILED,
                    "the generator can't be started (" + failure.getMessage() + ")",
                    "check that " + words.getFirst() + " and " + folder + " can be used",
                    failure);
        }
    }

    /** The pid of its process. */
    public long pid() {
        return process.pid();
    }

    /** The file for all other output of the generator. */
    public Path log() {
        return log;
    }

    /**
     * Listens to the generator until it ends.
     *
     * @return its results
     * @throws OperatorError if it failed, or its results can't be read
     */
    public Outcome await(Listener listener) throws InterruptedException {
        return await(listener, Outcome.class);
    }

    /** The same for results of another kind. */
    public <T> T await(Listener listener, Class<T> kind) throws InterruptedException {
        listen(listener);
        int exitCode = process.waitFor();
        if (exitCode != 0) {
            throw failed(exitCode);
        }
        try {
            return json.readValue(outcome.toFile(), kind);
        } catch (IOException unreadable) {
            throw new OperatorError(
                    ExitCode.FAILED,
                    "the generator wrote no readable outcome",
                    "see " + log,
                    unreadable);
        }
    }

    /** Asks the generator to end, and returns when it has ended; may be called from any thread. */
    public void interrupt() {
        interrupted = true;
        close();
    }

    @Override
    public void close() {
        // A Process would close the pipe as well, while its last lines are still read.
        process.toHandle().destroy();
        try {
            if (!process.waitFor(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException ending) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /** Lines in an unknown format are kept: libraries may print to the same stream. */
    private void listen(Listener listener) throws InterruptedException {
        Path rest = log.resolveSibling("generator.out");
        try (BufferedReader lines = process.inputReader();
                Writer others = Files.newBufferedWriter(rest)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Optional<ProgressMessage> message = message(line);
                if (message.isPresent()) {
                    listener.received(message.get());
                } else {
                    others.write(line + "\n");
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Optional<ProgressMessage> message(String line) {
        if (!line.startsWith("{")) {
            return Optional.empty();
        }
        try {
            return Optional.of(json.readValue(line, ProgressMessage.class));
        } catch (JsonProcessingException unknown) {
            return Optional.empty();
        }
    }

    private OperatorError failed(int exitCode) {
        if (interrupted
                || exitCode == SIGNAL_EXIT_BASE + SIGINT
                || exitCode == SIGNAL_EXIT_BASE + SIGTERM) {
            return new OperatorError(
                    ExitCode.INTERRUPTED, "interrupted", "nothing of this run was kept");
        }
        String last = "exit code " + exitCode;
        try {
            List<String> lines =
                    Files.readAllLines(log).stream().filter(it -> !it.isBlank()).toList();
            last = lines.isEmpty() ? last : Printable.line(lines.getLast(), 300);
        } catch (IOException unreadable) {
            last = last + ", and " + log + " can't be read";
        }
        return new OperatorError(ExitCode.FAILED, "the generator failed: " + last, "see " + log);
    }
}
