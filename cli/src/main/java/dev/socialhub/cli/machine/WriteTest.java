package dev.socialhub.cli.machine;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileStore;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The result of creating a file in a folder. Permissions alone don't show it: the disk may be full,
 * a quota used up, or a mount read-only.
 *
 * @param folder where it was tried; the top of the file system if that is read-only
 * @param readOnly whether its file system is mounted read-only
 * @param refusal why no file could be created; empty if one could
 * @param skew how far the file's time was ahead of the clock; empty if none was created
 */
public record WriteTest(
        Path folder, boolean readOnly, Optional<String> refusal, Optional<Duration> skew) {
    /** The refusal when this user lacks the permission. */
    public static final String DENIED = "permission denied";

    private static final String PREFIX = ".socialhubctl-";

    /** Creates an empty file there and deletes it. */
    public static WriteTest trial(Path folder) {
        try {
            if (Files.getFileStore(folder).isReadOnly()) {
                return new WriteTest(
                        mount(folder), true, Optional.of("read-only"), Optional.empty());
            }
            Path file = Files.createTempFile(folder, PREFIX, ".trial");
            try {
                Instant dated = Files.getLastModifiedTime(file).toInstant();
                Duration skew = Duration.between(Instant.now(), dated);
                return new WriteTest(folder, false, Optional.empty(), Optional.of(skew));
            } finally {
                Files.delete(file);
            }
        } catch (IOException refused) {
            return new WriteTest(folder, false, Optional.of(reason(refused)), Optional.empty());
        }
    }

    /** The result without a trial, with no known problem. */
    public static WriteTest untried(Path folder) {
        return new WriteTest(folder, false, Optional.empty(), Optional.empty());
    }

    /** Whether a file of that name is a trial's, in progress or left by a killed one. */
    public static boolean isTrial(String name) {
        return name.startsWith(PREFIX);
    }

    /** The folder itself, or the nearest one above it that exists. */
    public static Path nearestFolder(Path folder) {
        Path nearest = folder.toAbsolutePath().normalize();
        while (!Files.isDirectory(nearest) && nearest.getParent() != null) {
            nearest = nearest.getParent();
        }
        return nearest;
    }

    /** Where the file system of an existing folder begins. */
    public static Path mount(Path folder) throws IOException {
        FileStore store = Files.getFileStore(folder);
        Path top = folder.toRealPath();
        while (top.getParent() != null && Files.getFileStore(top.getParent()).equals(store)) {
            top = top.getParent();
        }
        return top;
    }

    private static String reason(IOException refused) {
        if (refused instanceof AccessDeniedException) {
            return DENIED;
        }
        if (refused instanceof FileSystemException known && known.getReason() != null) {
            return known.getReason();
        }
        return refused.getClass().getSimpleName();
    }
}
