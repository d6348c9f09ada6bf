package dev.socialhub.cli.copy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets work come to an orderly end when the operator interrupts it. The process then ends with the
 * signal's exit code, whatever the command returns.
 */
public final class Interruption implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread hook = new Thread(this::awaitEnd, "interruption");
    private volatile boolean asked;

    private Interruption() {}

    /** From now on, until it is closed. */
    public static Interruption expected() {
        Interruption interruption = new Interruption();
        Runtime.getRuntime().addShutdownHook(interruption.hook);
        return interruption;
    }

    /** Whether nobody has asked to stop. */
    public boolean absent() {
        return !asked;
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

    private void awaitEnd() {
        asked = true;
        try {
            if (!ended.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                // Nothing is lost but the last word: what was done is written down as it is done.
                return;
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }
}
