package dev.socialhub.backing.binaries;

import dev.socialhub.backing.BackingFailure;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** Native programs that travel inside jars. */
public final class Bundled {
    private static final Set<PosixFilePermission> PROGRAM =
            PosixFilePermissions.fromString("rwxr-xr-x");
    private static final Set<PosixFilePermission> PLAIN =
            PosixFilePermissions.fromString("rw-r--r--");
    private static final int OWNER_EXECUTES = 0100;

    private Bundled() {}

    /** Unpacks a {@code .txz} once; the target appears when it is complete. */
    public static void unpack(String archive, Path target) {
        Folders.complete(
                target,
                folder -> {
                    Files.setPosixFilePermissions(folder, PROGRAM);
                    try (var in = open(archive);
                            var tar =
                                    new TarArchiveInputStream(
                                            new BufferedInputStream(
                                                    new XZInputStream(in), 1 << 16))) {
                        for (var entry = tar.getNextEntry();
                                entry != null;
                                entry = tar.getNextEntry()) {
                            place(tar, entry, folder);
                        }
                    }
                });
    }

    /** Copies one program to {@code target/name} once. */
    public static void copy(String resource, Path target, String name) {
        Folders.complete(
                target,
                folder -> {
                    Files.setPosixFilePermissions(folder, PROGRAM);
                    var program = folder.resolve(name);
                    try (var in = open(resource)) {
                        Files.copy(in, program);
                    }
                    Files.setPosixFilePermissions(program, PROGRAM);
                });
    }

    private static void place(TarArchiveInputStream tar, TarArchiveEntry entry, Path folder)
            throws IOException {
        var path = entry.resolveIn(folder);
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            return;
        }
        Files.createDirectories(path.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, path);
        var executable = (entry.getMode() & OWNER_EXECUTES) != 0;
        Files.setPosixFilePermissions(path, executable ? PROGRAM : PLAIN);
    }

    private static InputStream open(String resource) {
        var in = Bundled.class.getClassLoader().getResourceAsStream(resource);
        if (in == null) {
            throw new BackingFailure(
                    resource + " is not on the class path",
                    "run mvn package first: it collects the servers' programs");
        }
        return in;
    }
}
