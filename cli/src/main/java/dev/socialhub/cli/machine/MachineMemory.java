package dev.socialhub.cli.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/** Memory of the machine, where the kernel reports it ({@code /proc}). */
public final class MachineMemory {
    private final Path proc;

    public MachineMemory(Path proc) {
        this.proc = proc;
    }

    /** Bytes that can be taken without swapping; empty on systems without {@code /proc}. */
    public OptionalLong available() {
        return figure("MemAvailable:");
    }

    /** Bytes that the machine has; empty on systems without {@code /proc}. */
    public OptionalLong total() {
        return figure("MemTotal:");
    }

    private OptionalLong figure(String label) {
        try (var lines = Files.lines(proc.resolve("meminfo"))) {
            return lines.filter(line -> line.startsWith(label))
                    .mapToLong(KernelFigures::bytes)
                    .findFirst();
        } catch (IOException absent) {
            return OptionalLong.empty();
        }
    }
}
