package dev.socialhub.cli.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.socialhub.cli.machine.AtomicFile;
import dev.socialhub.cli.terminal.ExitCode;
import dev.socialhub.cli.terminal.OperatorError;
import dev.socialhub.cli.terminal.Printable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The files that record replays while they run, so that a killed replay can be resumed. */
final class ReplayFolder {
    private static final JsonMapper JSON = new JsonMapper();

    private final Path folder;

    /**
     * @param notes the folder of what the tool stores about the platform
     */
    ReplayFolder(Path notes) {
        folder = notes.resolve("replays");
    }

    /** Prevents a second process from writing the same replay. */
    interface Hold extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * The stored state of a replay.
     *
     * @throws OperatorError (not found) if no replay has this id
     */
    SavedReplay read(String id) {
        Path file = folder.resolve(id + ".json");
        if (!id.matches("[0-9a-z-]{1,64}") || !Files.exists(file)) {
            throw new OperatorError(
                    ExitCode.NOT_FOUND,
                    "no replay named '" + Printable.line(id) + "' was started here",
                    "look in " + folder);
        }
        try {
            SavedReplay saved = JSON.readValue(Files.readString(file), SavedReplay.class);
            if (saved.version() != SavedReplay.VERSION) {
                throw new IOException("version " + saved.version());
            }
            return saved;
        } catch (IOException unreadable) {
            throw new OperatorError(
                    ExitCode.FAILED,
                    file + " can't be read (" + unreadable.getMessage() + ")",
                    "start a new replay: no event takes effect twice",
                    unreadable);
        }
    }

    /** Writes the state atomically. */
    void write(SavedReplay replay) {
        try {
            Files.createDirectories(folder);
            AtomicFile.write(
                    folder.resolve(replay.id() + ".json"), JSON.writeValueAsString(replay) + "\n");
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException(unwritable);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /**
     * A lock that is held until it is closed, or this process ends in whatever way.
     *
     * @throws OperatorError (refused) if another process holds it
     */
    Hold hold(String id) {
        try {
            Files.createDirectories(folder);
            FileChannel file =
                    FileChannel.open(
                            folder.resolve(id + ".lock"),
                            Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE));
            if (lock(file) == null) {
                file.close();
                throw new OperatorError(
                        ExitCode.REFUSED,
                        "replay " + id + " is running in another process",
                        "wait for that one, or interrupt it");
            }
            return () -> {
                try {
                    file.close();
                } catch (IOException unclosable) {
                    throw new UncheckedIOException(unclosable);
                }
            };
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static @Nullable FileLock lock(FileChannel file) throws IOException {
        try {
            return file.tryLock();
        } catch (OverlappingFileLockException held) {
            return null;
        }
    }
}
