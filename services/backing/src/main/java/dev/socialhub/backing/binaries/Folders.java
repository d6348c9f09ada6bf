package dev.socialhub.backing.binaries;

import dev.socialhub.backing.BackingFailure;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** Folders that appear whole or not at all. */
public final class Folders {
    private Folders() {}

    /** Something that fills an empty folder. */
    @FunctionalInterface
    public interface Filling {
        void fill(Path folder) throws IOException;
    }

    /**
     * @throws BackingFailure if it can't be made or written to
     */
    public static Path writable(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (FileAlreadyExistsException e) {
            throw new BackingFailure(
                    folder + " is not a folder", "remove it, or choose another SOCIALHUB_HOME", e);
        } catch (IOException e) {
            throw notWritable(folder, e);
        }
        if (!Files.isWritable(folder)) {
            throw notWritable(folder, null);
        }
        return folder;
    }

    /**
     * Fills a folder beside the target and renames it, so that a crash never leaves half of it;
     * does nothing if the target exists.
     */
    public static void complete(Path target, Filling filling) {
        if (Files.exists(target)) {
            return;
        }
        var parent = writable(target.resolveSibling(""));
        try {
            var unfinished = Files.createTempDirectory(parent, "unfinished-");
            try {
                filling.fill(unfinished);
                rename(unfinished, target);
            } finally {
                delete(unfinished);
            }
        } catch (IOException e) {
            throw new BackingFailure(
                    target + " could not be made: " + e.getMessage(),
                    "check free space and permissions of " + parent,
                    e);
        }
    }

    /** Deletes a tree; what isn't there is fine. */
    public static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Files.walkFileTree(
                folder,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                            throws IOException {
                        Files.deleteIfExists(file);
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFileFailed(Path file, IOException e)
                            throws IOException {
                        // A server that is just ending removes files of its own.
                        if (Files.exists(file)) {
                            throw e;
                        }
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult postVisitDirectory(Path directory, IOException e)
                            throws IOException {
                        Files.deleteIfExists(directory);
                        return FileVisitResult.CONTINUE;
                    }
                });
    }

    private static void rename(Path unfinished, Path target) throws IOException {
        try {
            Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            // Another process may have finished the same folder first; then ours is not needed.
            if (!Files.exists(target)) {
                throw e;
            }
        }
    }

    private static BackingFailure notWritable(Path folder, @Nullable Exception e) {
        return new BackingFailure(
                folder + " is not writable",
                "make it writable for this user, or choose another SOCIALHUB_HOME",
                e);
    }
}
