package dev.socialhub.backing.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Tells a process from a later one with the same pid. On Linux it is the boot and the kernel's own
 * start tick: the wall-clock start that Java reports moves when the clock is set.
 */
public final class ProcessIdentity {
    private static final Path PROC = Path.of("/proc");
    private static final int STATE = 0;
    private static final int THREADS = 17;
    private static final int START_TICK = 19;

    private ProcessIdentity() {}

    /** The identity of the living process with that pid; empty if there is none, or a zombie. */
    public static Optional<String> of(long pid) {
        if (Files.exists(PROC.resolve("self/stat"))) {
            return ofLinux(pid);
        }
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .flatMap(process -> process.info().startInstant())
                .map(start -> "start:" + start.toEpochMilli());
    }

    /** Whether the process is stopped by a signal; empty where the kernel does not tell. */
    static Optional<Boolean> isStopped(long pid) {
        try {
            return Optional.of(stat(pid)[STATE].equals("T"));
        } catch (IOException unknown) {
            return Optional.empty();
        }
    }

    private static Optional<String> ofLinux(long pid) {
        try {
            var fields = stat(pid);
            var ended = fields[STATE].equals("Z") || fields[STATE].equals("X");
            // A killed JVM's first thread is gone before the others, which still hold its ports and
            // file locks.
            if (ended && Integer.parseInt(fields[THREADS]) <= 1) {
                return Optional.empty();
            }
            var boot = Files.readString(PROC.resolve("sys/kernel/random/boot_id")).strip();
            return Optional.of(boot + ":" + fields[START_TICK]);
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    private static String[] stat(long pid) throws IOException {
        var stat = Files.readString(PROC.resolve(pid + "/stat"));
        // The name in parentheses may hold anything, so fields are counted from its end.
        return stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    }
}
