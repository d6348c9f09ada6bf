package dev.socialhub.cli.terminal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets work end cleanly when the operator interrupts it. The process then ends with the signal's
 * exit code, whatever the command returns.
 */
public final class Interruption implements AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread hook = new Thread(this::interrupted, "interruption");
    private final List<Runnable> ends = new ArrayList<>();
    private volatile boolean asked;

    private Interruption() {}

    /**
     * Begins handling interrupts, until it is closed.
     *
     * @throws OperatorError (interrupted) if the operator has interrupted already
     */
    public static Interruption expected() {
        Interruption interruption = new Interruption();
        try {
            Runtime.getRuntime().addShutdownHook(interruption.hook);
        } catch (IllegalStateException alreadyEnding) {
            throw new OperatorError(
                    ExitCode.INTERRUPTED, "interrupted", "nothing was started", alreadyEnding);
        }
        return interruption;
    }

    /** Whether work may go on: false after an interrupt. */
    public boolean absent() {
        return !asked;
    }

    /** The work that an interrupt ends, for as long as this isn't closed. */
    @FunctionalInterface
    public interface Interruptible extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * Registers how to end what this process waits for: called on an interrupt, and at once if
     * there was one.
     *
     * @param end called once or not at all, from any thread; the process lives until it returns
     */
    public Interruptible ending(Runnable end) {
        synchronized (ends) {
            if (!asked) {
                ends.add(end);
                return () -> forget(end);
            }
        }
        end.run();
        return () -> {};
    }

    private void forget(Runnable end) {
        synchronized (ends) {
            ends.remove(end);
        }
    }

    /** All output is written: the process may end. */
    @Override
    public void close() {
        ended.countDown();
        if (!asked) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException alreadyEnding) {
                // The hook finds that the work has ended.
                return;
            }
        }
    }

    private void interrupted() {
        List<Runnable> begun;
        synchronized (ends) {
            asked = true;
            begun = List.copyOf(ends);
        }
        begun.forEach(Runnable::run);
        try {
            // Ended work needs time to clean up. Work that takes longer loses nothing but its last
            // message: its progress is stored as it is made.
            if (!ended.await(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }
}
