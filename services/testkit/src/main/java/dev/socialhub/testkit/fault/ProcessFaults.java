package dev.socialhub.testkit.fault;

import dev.socialhub.backing.process.ObservedProcess;
import java.time.Duration;

/** What may happen to any process, ours or not. */
public final class ProcessFaults {
    private static final Duration END_LIMIT = Duration.ofSeconds(10);

    private ProcessFaults() {}

    /**
     * Ends it as a crash would, by SIGKILL, and returns when it has let go of its ports and locks.
     *
     * @throws IllegalStateException if it is still there ten seconds later
     */
    public static void kill(ProcessHandle process) {
        ObservedProcess.of(process.pid())
                .ifPresent(running -> {
                    running.signal("KILL");
                    if (!running.awaitEnd(END_LIMIT)) {
                        throw new IllegalStateException(running + " survived SIGKILL");
                    }
                });
    }

    /**
     * Stops it and its children by SIGSTOP, as a long collection or a stalled disk would: its
     * connections stay open and nothing answers. They go on when the pause is closed.
     *
     * @throws IllegalStateException if it is gone
     */
    public static Pause pause(ProcessHandle process) {
        return Pause.of(process);
    }
}
