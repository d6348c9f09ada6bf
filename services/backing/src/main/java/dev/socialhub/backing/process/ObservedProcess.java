package dev.socialhub.backing.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A process as it was last observed: its pid, and what tells it from a later one with that pid, so
 * that a signal never reaches the wrong process.
 */
public record ObservedProcess(long pid, String identity) {
    private static final Duration POLL = Duration.ofMillis(20);

    /** The process that has this pid now; empty if there is none. */
    public static Optional<ObservedProcess> of(long pid) {
        return ProcessIdentity.of(pid).map(identity -> new ObservedProcess(pid, identity));
    }

    public boolean isAlive() {
        return ProcessIdentity.of(pid).filter(identity::equals).isPresent();
    }

    /** Whether SIGSTOP has taken effect; taken for granted where the kernel does not tell. */
    public boolean isStopped() {
        return ProcessIdentity.isStopped(pid).orElse(true);
    }

    /**
     * Sends a signal, named as {@code kill} names it; does nothing when the process is gone. Java
     * itself can only send TERM and KILL; the shell's built-in {@code kill} sends any.
     *
     * @throws UncheckedIOException if there is no shell
     */
    public void signal(String signal) {
        if (!isAlive()) {
            return;
        }
        try {
            var kill = new ProcessBuilder("/bin/sh", "-c", "kill -" + signal + " " + pid);
            kill.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
            kill.start().waitFor(5, TimeUnit.SECONDS);
        } catch (IOException e) {
            throw new UncheckedIOException("process " + pid + " could not be signalled", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether it ended within the limit; false at once when interrupted. */
    public boolean awaitEnd(Duration limit) {
        var deadline = System.nanoTime() + limit.toNanos();
        while (isAlive()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            try {
                TimeUnit.NANOSECONDS.sleep(POLL.toNanos());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }
}
