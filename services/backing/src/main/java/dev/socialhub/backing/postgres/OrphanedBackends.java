package dev.socialhub.backing.postgres;

import dev.socialhub.backing.BackingFailure;
import dev.socialhub.backing.process.ProcessesInFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What a killed postmaster leaves behind. Its children notice and end by themselves, but one in the
 * middle of a long query only after that, and as long as any is left a new postmaster refuses to
 * start ("pre-existing shared memory block is still in use").
 */
record OrphanedBackends(Path data) {
    private static final Duration TIMEOUT = Duration.ofSeconds(3);
    private static final Duration KILLED = Duration.ofSeconds(5);

    /** Whether the server of this data folder runs, whatever else may listen on its port. */
    boolean postmasterLives() {
        try (var lines = Files.lines(postmasterFile())) {
            var pid = lines.findFirst().map(String::strip).map(Long::parseLong);
            return pid.isPresent() && ProcessesInFolder.worksIn(pid.get(), data);
        } catch (NoSuchFileException | NumberFormatException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns when nothing of a dead server works on the data folder any more. */
    void clear() {
        if (!Files.exists(postmasterFile())) {
            return;
        }
        if (!awaitNone(TIMEOUT)) {
            children().forEach(child -> child.destroyForcibly());
            if (!awaitNone(KILLED)) {
                throw new BackingFailure(
                        "processes of a killed PostgreSQL still hold " + data,
                        "end them: their pids are "
                                + children().stream()
                                        .map(child -> Long.toString(child.pid()))
                                        .toList());
            }
        }
        try {
            // A later process may have got the dead postmaster's pid; PostgreSQL would mistake it.
            Files.deleteIfExists(postmasterFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path postmasterFile() {
        return data.resolve("postmaster.pid");
    }

    private boolean awaitNone(Duration limit) {
        var deadline = System.nanoTime() + limit.toNanos();
        while (!children().isEmpty()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            try {
                TimeUnit.MILLISECONDS.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }

    private List<ProcessHandle> children() {
        return ProcessesInFolder.of(data).stream().filter(this::isPostgres).toList();
    }

    /** An operator's shell may stand in the folder too. */
    private boolean isPostgres(ProcessHandle process) {
        return process.info()
                .command()
                .map(command -> Path.of(command).endsWith("postgres"))
                .orElse(false);
    }
}
