package dev.socialhub.e2e.survival;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * Lets time pass where the clock itself decides when something is done: the pace of a load, the
 * moment of a fault. Never a way to wait for an effect.
 */
final class Moments {

    private Moments() {}

    static void pass(Duration time) {
        long deadline = System.nanoTime() + time.toNanos();
        for (long left = time.toNanos(); left > 0; left = deadline - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
