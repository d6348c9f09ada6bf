package dev.socialhub.cli.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Small files that are either old or new, never half-written. */
public final class AtomicFile {
    private AtomicFile() {}

    /**
     * Replaces the file's content by this text, readable by its owner alone; the folder must exist.
     */
    public static void write(Path file, String text) {
        write(file, text, "rw-------");
    }

    /** The same, readable by everyone. */
    public static void publish(Path file, String text) {
        write(file, text, "rw-r--r--");
    }

    private static void write(Path file, String text, String permissions) {
        try {
            Path temporary =
                    Files.createTempFile(
                            file.getParent(),
                            file.getFileName() + ".",
                            ".new",
                            permitted(file, "rw-------"));
            try (FileChannel channel =
                    FileChannel.open(temporary, Set.of(StandardOpenOption.WRITE))) {
                ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            if (permitted(file, permissions).length > 0) {
                // The permissions given when a file is created are reduced by the process's umask.
                Files.setPosixFilePermissions(
                        temporary, PosixFilePermissions.fromString(permissions));
            }
            Files.move(
                    temporary,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static FileAttribute<?>[] permitted(Path file, String permissions) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
