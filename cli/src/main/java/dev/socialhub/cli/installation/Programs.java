package dev.socialhub.cli.installation;

import dev.socialhub.cli.terminal.ExitCode;
import dev.socialhub.cli.terminal.OperatorError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * The jars that processes run from: copies, which no build touches. Maven rewrites a program's jar
 * in place, and a JVM that has it open then no longer finds the classes it hasn't loaded yet. The
 * libraries need no copy, since Maven replaces those by new files.
 */
public final class Programs {
    /** The folder of all libraries. */
    public static final String LIBRARIES = "lib";

    /** The program of the servers that aren't native. */
    public static final String SERVERS = "backing-servers";

    private final Path dist;
    private final Path folder;

    /**
     * @param dist where a build leaves the jars
     * @param folder the folder of the copies
     */
    public Programs(Path dist, Path folder) {
        this.dist = dist;
        this.folder = folder;
    }

    /** The copy of a program's jar, whether it exists or not. */
    public Path jar(String program) {
        return folder.resolve(program + ".jar");
    }

    /**
     * Copies what the last build made, beside a link to its libraries. A process that runs the
     * previous copy keeps it: the new one is another file of the same name.
     *
     * @throws OperatorError if the program isn't built
     */
    public void provide(String program) {
        Path built = dist.resolve(program + ".jar");
        if (!Files.isRegularFile(built)) {
            throw new OperatorError(
                    ExitCode.FAILED,
                    built + " is missing",
                    "build it with `mvn -DskipTests package`");
        }
        try {
            Files.createDirectories(folder);
            if (!isSame(built, jar(program))) {
                copy(program, built);
            }
            linkLibraries();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static boolean isSame(Path one, Path other) throws IOException {
        return Files.exists(other)
                && Files.size(one) == Files.size(other)
                && Files.getLastModifiedTime(one).equals(Files.getLastModifiedTime(other));
    }

    private void copy(String program, Path built) throws IOException {
        Path copy = Files.createTempFile(folder, program + ".", ".new");
        // With the original's time, by which a JVM recognises the jar that its start-up cache was
        // made from.
        Files.copy(
                built,
                copy,
                StandardCopyOption.REPLACE_EXISTING,
                StandardCopyOption.COPY_ATTRIBUTES);
        replace(copy, jar(program));
    }

    private void linkLibraries() throws IOException {
        // The manifest names its libraries relative to the jar.
        Path link = Files.createTempFile(folder, LIBRARIES + ".", ".new");
        Files.delete(link);
        Files.createSymbolicLink(link, dist.resolve(LIBRARIES));
        replace(link, folder.resolve(LIBRARIES));
    }

    private static void replace(Path source, Path target) throws IOException {
        Files.move(
                source,
                target,
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }
}
