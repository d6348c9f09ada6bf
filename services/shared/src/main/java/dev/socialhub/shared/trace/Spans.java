package dev.socialhub.shared.trace;

import org.jspecify.annotations.Nullable;

/** Begins spans. A setting decides whether they are collected; their ids exist in any case. */
public interface Spans {

    /**
     * Begins a piece of work.
     *
     * @param parent what it is done for; null begins a trace
     */
    Span begin(SpanKind kind, String name, @Nullable TraceContext parent);

    /** Sends the spans that have ended to the collector, if any; none is begun after that. */
    default void close() {}
}
