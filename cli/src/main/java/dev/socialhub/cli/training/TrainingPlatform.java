package dev.socialhub.cli.training;

import dev.socialhub.backing.process.DetachedProcess;
import dev.socialhub.cli.installation.FileTree;
import dev.socialhub.cli.installation.HomeFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A second platform that programs are recorded on: with data, secrets and ports of its own, so that
 * nothing done there changes the data of operators and users. The programs are the real platform's.
 */
final class TrainingPlatform {
    private final HomeFolder real;
    private final HomeFolder home;

    TrainingPlatform(HomeFolder real) {
        this.real = real;
        this.home = new HomeFolder(real.caches().resolve("stage"));
    }

    HomeFolder home() {
        return home;
    }

    /**
     * Creates its folder; the servers and programs that the real platform has unpacked are used
     * here too.
     */
    void build() {
        clear();
        try {
            home.claim();
            for (Path shared : List.of(real.binaries(), real.programs())) {
                Files.createDirectories(shared);
                Files.createSymbolicLink(home.folder().resolve(shared.getFileName()), shared);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Kills all processes that run here and deletes everything. */
    void clear() {
        killAll();
        if (Files.exists(home.folder())) {
            FileTree.delete(home.folder());
        }
    }

    /** Kills all processes that run here. */
    void killAll() {
        for (String name : home.startedProcesses()) {
            home.process(name).ifPresent(TrainingPlatform::kill);
        }
    }

    /** A JVM that writes its cache does so in a child process. */
    private static void kill(DetachedProcess process) {
        ProcessHandle.of(process.pid()).stream()
                .flatMap(ProcessHandle::descendants)
                .forEach(ProcessHandle::destroyForcibly);
        process.kill();
    }
}
