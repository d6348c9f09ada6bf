package dev.socialhub.testkit;

import dev.socialhub.backing.wire.Loopback;

/**
 * The JVM that runs these tests, one of several that work side by side. Each has servers and ports
 * of its own: what one test breaks or says on the bus, no test of another fork notices.
 */
public final class Fork {
    private static final int FIRST_PORT = 20_000;
    private static final int APART = 4_000;

    /** Further instances of a service listen some hundreds above its first. */
    private static final int PORTS = 3_500;

    /** Beyond its ports the system chooses those of outgoing connections. */
    private static final int LAST = 3;

    private Fork() {}

    /** Counted from 1, which is also the value where no number is set, as in an IDE. */
    public static int number() {
        // A number that can't be read must not pass for the first: all forks would be the first.
        return Integer.parseInt(System.getProperty("socialhub.fork", "1"));
    }

    /**
     * A port of this fork's that was free a moment ago. Other forks choose from other numbers: none
     * of them takes it before it is used.
     */
    public static int freePort() {
        return Loopback.freePort(firstPort(number()), firstPort(number()) + PORTS);
    }

    static int firstPort(int fork) {
        if (fork < 1 || fork > LAST) {
            throw new IllegalStateException("there are ports for forks 1 to " + LAST);
        }
        return FIRST_PORT + APART * (fork - 1);
    }
}
