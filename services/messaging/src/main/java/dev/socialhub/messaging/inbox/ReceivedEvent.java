package dev.socialhub.messaging.inbox;

import dev.socialhub.contracts.event.Event;
import dev.socialhub.shared.trace.TraceContext;
import org.jspecify.annotations.Nullable;

/**
 * An event as it reached a consumer.
 *
 * @param replayed whether an operator plays it again; false for one that failed and is tried again
 * @param trace the trace that it belongs to; null when no request caused it
 */
public record ReceivedEvent(Event event, boolean replayed, @Nullable TraceContext trace) {

    /** Does its part of a batch: what that logs and causes belongs to the event's trace. */
    public void inItsTrace(Runnable effect) {
        if (trace == null) {
            effect.run();
        } else {
            trace.run(effect);
        }
    }

    /** The id of its trace; null when it has none. */
    public @Nullable String traceId() {
        return trace == null ? null : trace.traceId();
    }
}
