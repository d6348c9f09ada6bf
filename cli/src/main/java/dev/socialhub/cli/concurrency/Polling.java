package dev.socialhub.cli.concurrency;

import dev.socialhub.cli.terminal.ExitCode;
import dev.socialhub.cli.terminal.OperatorError;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for a condition that isn't signalled, by polling. */
public final class Polling {
    private static final Duration PAUSE = Duration.ofMillis(100);

    private Polling() {}

    /** Whether the condition became true within the limit; it is asked once at least. */
    public static boolean until(Duration limit, BooleanSupplier condition) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() >= deadline) {
                return false;
            }
            pause(PAUSE);
        }
        return true;
    }

    /** Waits between two polls. */
    public static void pause(Duration length) {
        try {
            Thread.sleep(length);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new OperatorError(ExitCode.INTERRUPTED, "interrupted", "", interrupted);
        }
    }
}
