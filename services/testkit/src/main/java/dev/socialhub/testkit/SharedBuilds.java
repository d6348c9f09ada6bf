package dev.socialhub.testkit;

import dev.socialhub.backing.process.ProcessIdentity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The builds that use the servers. Two may run at once in one tree; the last one out ends them. */
record SharedBuilds(Path folder) {

    /** Registers the process that runs this build. */
    void registerCurrent() throws IOException {
        Files.createDirectories(folder);
        var pid = outermostJava(ProcessHandle.current());
        Files.writeString(
                folder.resolve(Long.toString(pid)), ProcessIdentity.of(pid).orElseThrow());
    }

    /** Whether any of them still runs; forgets those that don't. */
    boolean any() throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        var any = false;
        try (var files = Files.newDirectoryStream(folder)) {
            for (var file : files) {
                var pid = Long.parseLong(file.getFileName().toString());
                if (ProcessIdentity.of(pid).equals(Optional.of(Files.readString(file)))) {
                    any = true;
                } else {
                    Files.deleteIfExists(file);
                }
            }
        }
        return any;
    }

    /**
     * Maven forks a JVM for each module's tests, an IDE one for each run; the outermost Java
     * process is the one that lives as long as the build.
     */
    private static long outermostJava(ProcessHandle test) {
        var outermost = test;
        for (var process = Optional.of(test); process.isPresent(); ) {
            var command = process.get().info().command().orElse("");
            if (command.endsWith("/java")) {
                outermost = process.get();
            }
            process = process.get().parent();
        }
        return outermost.pid();
    }
}
