package dev.socialhub.loadtest.probe;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * CPU to the nanosecond. The kernel's ticks, of which there are a hundred a second, are too coarse
 * for the few milliseconds that a short probe takes.
 */
public final class CpuTimes {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final Path PROC = Path.of("/proc");

    private CpuTimes() {}

    /** Of the thread that asks. */
    public static long ofThisThread() {
        return THREADS.getCurrentThreadCpuTime();
    }

    /**
     * Of all threads of a process whose names begin so.
     *
     * @throws ProbeSkipped if the kernel doesn't report it
     */
    public static long of(long pid, String threads) {
        try (Stream<Path> tasks = Files.list(PROC.resolve(Long.toString(pid)).resolve("task"))) {
            long nanos = 0;
            for (Path task : (Iterable<Path>) tasks::iterator) {
                nanos += ofTask(task, threads);
            }
            return nanos;
        } catch (IOException unreadable) {
            throw new ProbeSkipped(
                    "the kernel doesn't report the CPU time of process " + pid, unreadable);
        }
    }

    /** Of several processes. */
    public static long of(List<Long> pids) {
        return pids.stream().mapToLong(pid -> of(pid, "")).sum();
    }

    private static long ofTask(Path task, String name) throws IOException {
        try {
            return Files.readString(task.resolve("comm")).startsWith(name)
                    ? Long.parseLong(
                            Files.readString(task.resolve("schedstat")).strip().split(" ", 2)[0])
                    : 0;
        } catch (NoSuchFileException ended) {
            return Files.isDirectory(task) ? fail(ended) : 0;
        }
    }

    /** Without the file a thread would seem to take nothing. */
    private static long fail(IOException missing) throws IOException {
        throw missing;
    }
}
