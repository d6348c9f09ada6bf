package dev.socialhub.backing.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The processes that work in a folder: each server works in its data folder, and only it does. */
public final class ProcessesInFolder {
    private static final Path PROC = Path.of("/proc");

    private ProcessesInFolder() {}

    public static List<ProcessHandle> of(Path folder) {
        return ProcessHandle.allProcesses()
                .filter(process -> worksIn(process.pid(), folder))
                .toList();
    }

    /** Whether that process is alive and works in that folder. */
    public static boolean worksIn(long pid, Path folder) {
        try {
            return Files.readSymbolicLink(PROC.resolve(Long.toString(pid)).resolve("cwd"))
                    .equals(folder.toRealPath());
        } catch (IOException goneOrAnothers) {
            return false;
        }
    }
}
