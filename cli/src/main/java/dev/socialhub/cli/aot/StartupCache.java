package dev.socialhub.cli.aot;

import dev.socialhub.backing.process.Launch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** The start-up cache of one program: one file, and the seal beside it that makes it valid. */
public final class StartupCache {
    private final JvmCommand command;
    private final Path built;
    private final Path file;
    private final Path seal;

    StartupCache(JvmCommand command, Path built, Path folder) {
        this.command = command;
        this.built = built;
        this.file = folder.resolve(command.program() + ".aot");
        this.seal = folder.resolve(command.program() + ".seal");
    }

    /** The state of a cache. */
    public enum State {
        usable,
        missing,
        /** Made from other jars, for another JVM or with other options. */
        stale,
        /** Not the file that was made. */
        damaged
    }

    public String program() {
        return command.program();
    }

    public Path file() {
        return file;
    }

    public State state() {
        try {
            if (!Files.exists(file)) {
                return State.missing;
            }
            Optional<Seal> known = Seal.read(seal);
            if (known.isEmpty() || !known.get().matches(file)) {
                return State.damaged;
            }
            return known.get().fingerprint().equals(fingerprint()) ? State.usable : State.stale;
        } catch (IOException unreadable) {
            return State.damaged;
        }
    }

    /** The launch with this cache, if it is valid. */
    Launch use(Launch launch) {
        return state() == State.usable ? JvmCommand.with("-XX:AOTCache=" + file, launch) : launch;
    }

    /**
     * A run that leaves a new cache when it ends normally.
     *
     * @throws UncheckedIOException if a jar is missing or the folder can't be written
     */
    public Recording record() {
        try {
            Files.createDirectories(file.getParent());
            Path newFile = file.resolveSibling(command.program() + ".new.aot");
            Files.deleteIfExists(newFile);
            return new Recording(newFile, fingerprint());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private String fingerprint() throws IOException {
        return Fingerprint.of(command, built);
    }

    /** One run that is being recorded. */
    public final class Recording {
        private final Path newFile;
        private final String fingerprintAtStart;

        private Recording(Path newFile, String fingerprintAtStart) {
            this.newFile = newFile;
            this.fingerprintAtStart = fingerprintAtStart;
        }

        public Launch launch(Launch launch) {
            return JvmCommand.with("-XX:AOTCacheOutput=" + newFile, launch);
        }

        /**
         * Replaces the cache by the one that the ended run has written. A JVM that runs with the
         * old file keeps it.
         *
         * @return false if the run wrote none, or its jars were changed meanwhile
         */
        public boolean keep() {
            try {
                if (!Files.exists(newFile) || !fingerprint().equals(fingerprintAtStart)) {
                    Files.deleteIfExists(newFile);
                    return false;
                }
                Seal newSeal = Seal.of(newFile, fingerprintAtStart);
                // In between there is a cache without a seal, which is not used.
                Files.deleteIfExists(seal);
                Files.move(
                        newFile,
                        file,
                        StandardCopyOption.ATOMIC_MOVE,
                        StandardCopyOption.REPLACE_EXISTING);
                newSeal.write(seal);
                return true;
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }
}
