package dev.socialhub.cli.seed;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.socialhub.cli.machine.AtomicFile;
import dev.socialhub.cli.terminal.Documents;
import dev.socialhub.cli.terminal.OutputFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The progress of a run, in a file, so that the next run continues there. All rows can be sent
 * twice: without the file the next run only takes longer.
 */
final class Checkpoint {
    private static final long BETWEEN_WRITES = Duration.ofMillis(250).toNanos();

    private final Path file;
    private final Instant until;
    private final TreeMap<String, Integer> batches;
    private boolean finished;
    private long written;

    private Checkpoint(Path file, Instant until, Map<String, Integer> batches, boolean finished) {
        this.file = file;
        this.until = until;
        this.batches = new TreeMap<>(batches);
        this.finished = finished;
    }

    /** The document in the file. */
    record Stored(int version, String until, Map<String, Integer> batches, boolean finished) {}

    /** The checkpoint of a run that has done nothing yet. */
    static Checkpoint fresh(Path file, Instant until) {
        return new Checkpoint(file, until, Map.of(), false);
    }

    /** The checkpoint of an earlier run; empty if there is none that can be read. */
    static Optional<Checkpoint> find(Path file) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            JsonNode stored = new JsonMapper().readTree(Files.readString(file));
            if (stored.path("version").asInt() != 1) {
                return Optional.empty();
            }
            Map<String, Integer> batches = new TreeMap<>();
            stored.path("batches")
                    .properties()
                    .forEach(stage -> batches.put(stage.getKey(), stage.getValue().asInt()));
            return Optional.of(
                    new Checkpoint(
                            file,
                            Instant.parse(stored.path("until").asText()),
                            batches,
                            stored.path("finished").asBoolean()));
        } catch (JacksonException | DateTimeException _) {
            // The file was edited: it counts as missing.
            return Optional.empty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The end of time that the run began with. */
    Instant until() {
        return until;
    }

    /** Whether the run is complete. */
    synchronized boolean finished() {
        return finished;
    }

    /** How many batches of a stage, from the first on, are stored. */
    synchronized int batches(String stage) {
        return batches.getOrDefault(stage, 0);
    }

    /** Records that this many batches of a stage, from the first on, are stored. */
    synchronized void recordStored(String stage, int count) {
        batches.put(stage, count);
        long now = System.nanoTime();
        if (now - written > BETWEEN_WRITES) {
            written = now;
            save();
        }
    }

    /** Records that nothing is left to do. */
    synchronized void finish() {
        finished = true;
        save();
    }

    /** Forgets everything but the end of time, because the rows aren't stored. */
    synchronized void reset() {
        batches.clear();
        finished = false;
        save();
    }

    /** Writes the checkpoint. */
    synchronized void save() {
        try {
            Files.createDirectories(file.getParent());
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        AtomicFile.write(
                file,
                Documents.write(
                        OutputFormat.json, new Stored(1, until.toString(), batches, finished)));
    }
}
