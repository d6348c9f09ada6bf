package dev.socialhub.testkit;

import dev.socialhub.backing.BackingFailure;
import dev.socialhub.backing.BackingLayout;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Where the test servers of one working tree live: {@code test-servers} beside {@code dist}, {@code
 * test-servers-2} for those of fork 2.
 */
record TestFolders(Path root, Path dist) {
    TestFolders {
        root = root.toAbsolutePath().normalize();
        dist = dist.toAbsolutePath().normalize();
    }

    static TestFolders find() {
        return new TestFolders(programs().resolveSibling(folder(TestJvm.number())), programs());
    }

    /** The folder of the programs. Failsafe names it; an IDE doesn't, but runs inside the tree. */
    static Path programs() {
        var named = System.getProperty("socialhub.dist");
        return named != null ? Path.of(named) : fromTree(Path.of("").toAbsolutePath());
    }

    static String folder(int fork) {
        return fork == 1 ? "test-servers" : "test-servers-" + fork;
    }

    private static Path fromTree(Path start) {
        for (var folder = start; folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve(".mvn"))
                    && Files.isDirectory(folder.resolve("services"))) {
                return folder.resolve("target").resolve("dist");
            }
        }
        throw new BackingFailure(
                "no SocialHub source tree contains " + start,
                "run the tests inside it, or set the system property socialhub.dist");
    }

    BackingLayout layout() {
        return new BackingLayout(
                root.resolve("data"), root.resolve("bin"), root.resolve("logs"), dist, java());
    }

    static Path java() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }

    Path state() {
        return root.resolve("state.properties");
    }

    Path supervisorPid() {
        return root.resolve("supervisor.pid");
    }

    Path supervisorLog() {
        return root.resolve("logs").resolve("supervisor.out");
    }

    Path serverPid(String server) {
        return root.resolve("run").resolve(server + ".pid");
    }

    /** One file for each build that uses the servers. */
    Path builds() {
        return root.resolve("builds");
    }

    /** The process that holds it may start the servers or decide to end them. */
    FileChannel lockFile() throws IOException {
        Files.createDirectories(root);
        return FileChannel.open(
                root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }
}
