package dev.socialhub.testkit.fault;

import java.time.Duration;

/** The line that all connections of a proxy share: its delay, and whether it transmits. */
final class ProxyLine {
    private boolean dead;
    private Duration delay = Duration.ZERO;

    synchronized void delay(Duration each) {
        delay = each;
    }

    synchronized void die() {
        dead = true;
    }

    synchronized void heal() {
        dead = false;
        delay = Duration.ZERO;
        notifyAll();
    }

    /** Returns when data given to the line would arrive at its other end. */
    void carry() throws InterruptedException {
        var wait = awaitLife();
        if (wait.isPositive()) {
            Thread.sleep(wait);
            // It may have died with our bytes on it.
            awaitLife();
        }
    }

    /**
     * @return the delay now
     */
    synchronized Duration awaitLife() throws InterruptedException {
        while (dead) {
            wait();
        }
        return delay;
    }
}
