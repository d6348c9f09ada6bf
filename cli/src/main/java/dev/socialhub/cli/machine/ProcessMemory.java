package dev.socialhub.cli.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * The memory of a process and all its children. Counted as PSS, so that the pages which
 * PostgreSQL's processes share count once; as RSS where the kernel doesn't let us read PSS.
 */
public final class ProcessMemory {
    private final Path proc;

    public ProcessMemory(Path proc) {
        this.proc = proc;
    }

    /** Bytes; empty if the process has ended or the system has no {@code /proc}. */
    public OptionalLong of(long pid) {
        Stream<Long> descendants =
                ProcessHandle.of(pid).stream()
                        .flatMap(ProcessHandle::descendants)
                        .map(ProcessHandle::pid);
        return ofAll(Stream.concat(Stream.of(pid), descendants));
    }

    /** The same for processes whose parents are known already. */
    public OptionalLong ofAll(Stream<Long> pids) {
        long[] amounts = pids.map(this::ofOne).flatMapToLong(OptionalLong::stream).toArray();
        return amounts.length == 0
                ? OptionalLong.empty()
                : OptionalLong.of(Arrays.stream(amounts).sum());
    }

    private OptionalLong ofOne(long pid) {
        Path folder = proc.resolve(Long.toString(pid));
        OptionalLong pss = figure(folder.resolve("smaps_rollup"), "Pss:");
        return pss.isPresent() ? pss : figure(folder.resolve("status"), "VmRSS:");
    }

    private static OptionalLong figure(Path file, String label) {
        try (var lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith(label))
                    .mapToLong(KernelFigures::bytes)
                    .findFirst();
        } catch (IOException | UncheckedIOException endedOrHidden) {
            return OptionalLong.empty();
        }
    }
}
