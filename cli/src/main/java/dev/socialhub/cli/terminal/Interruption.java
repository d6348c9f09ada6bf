package dev.socialhub.cli.terminal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets work come to an orderly end when the operator interrupts it. The process then ends with the
 * signal's exit code, whatever the command returns.
 */
public final class Interruption implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread hook = new Thread(this::interrupted, "interruption");
    private final List<Runnable> ends = new ArrayList<>();
    private volatile boolean asked;

    private Interruption() {}

    /**
     * From now on, until it is closed.
     *
     * @throws OperatorError (interrupted) if the operator was faster
     */
    public static Interruption expected() {
        Interruption interruption = new Interruption();
        try {
            Runtime.getRuntime().addShutdownHook(interruption.hook);
        } catch (IllegalStateException alreadyEnding) {
            throw new OperatorError(
                    ExitCode.INTERRUPTED, "interrupted", "nothing was begun", alreadyEnding);
        }
        return interruption;
    }

    /** Whether nobody has asked to stop. */
    public boolean absent() {
        return !asked;
    }

    /** What the operator's interruption ends, for as long as it isn't closed. */
    @FunctionalInterface
    public interface Interruptible extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * Ends what this process waits for when the operator interrupts it, and at once if they have.
     *
     * @param end called once or not at all, from any thread; the process lives until it is back
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

    /** All that is to be written is written: the process may end. */
    @Override
    public void close() {
        ended.countDown();
        if (!asked) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException alreadyEnding) {
                // The hook finds the work ended.
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
            // What ended has to be tidied up after. Work that takes longer loses nothing but its
            // last word: what was done is written down as it is done.
            if (!ended.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }
}
