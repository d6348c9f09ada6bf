package dev.socialhub.cli.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;

/** Where file systems are mounted, as the kernel reports it. */
public final class Mounts {
    private static final int MOUNT_POINT = 4;

    private final Path proc;

    public Mounts(Path proc) {
        this.proc = proc;
    }

    /**
     * The mount point of a folder, also when the same file system is mounted twice; empty on
     * systems without {@code /proc}.
     */
    public Optional<Path> of(Path folder) {
        Path wanted = folder.toAbsolutePath().normalize();
        try (var lines = Files.lines(proc.resolve("self/mountinfo"))) {
            return lines.map(line -> line.split(" "))
                    .filter(fields -> fields.length > MOUNT_POINT)
                    .map(fields -> Path.of(unescaped(fields[MOUNT_POINT])))
                    .filter(wanted::startsWith)
                    .max(Comparator.comparingInt(Path::getNameCount));
        } catch (IOException absent) {
            return Optional.empty();
        }
    }

    /** The kernel writes blanks and the like as three octal digits. */
    private static String unescaped(String field) {
        return field.replace("\\040", " ").replace("\\011", "\t").replace("\\134", "\\");
    }
}
