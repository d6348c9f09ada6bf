package dev.socialhub.testkit.history;

import java.time.Duration;

/**
 * One thing that a client asked for.
 *
 * @param process the client; it does one thing at a time
 * @param kind what it did, such as {@code post}
 * @param value what it did it with
 * @param answer what it was told, or why it knows nothing
 * @param invoked the place of its beginning among all beginnings and ends, from 0
 * @param completed the place of its end; for one that never ended {@link Long#MAX_VALUE}
 * @param time when it began, counted from the history's beginning
 */
public record Operation(
        String process,
        String kind,
        String value,
        OperationOutcome outcome,
        String answer,
        long invoked,
        long completed,
        Duration time) {

    /**
     * Whether its effect, if any, surely came before the other was even asked for. Never so for an
     * unknown one: it may take effect long after its client gave up.
     */
    public boolean precedes(Operation other) {
        return outcome != OperationOutcome.UNKNOWN && completed < other.invoked;
    }

    /** Whether neither surely came before the other. */
    public boolean isConcurrentWith(Operation other) {
        return !precedes(other) && !other.precedes(this);
    }
}
