package dev.socialhub.e2e.survival;

import java.time.Duration;

/**
 * A fault that was injected into a process, or into all.
 *
 * @param repair how long the operator's repair took until everything was ready again
 */
record Fault(Kind kind, String target, Duration repair) {

    enum Kind {
        /** SIGKILL to one process. */
        KILL,
        /** SIGSTOP to one process for a few seconds. */
        PAUSE,
        /** SIGKILL to all of them, as when the machine goes down. */
        CRASH
    }
}
