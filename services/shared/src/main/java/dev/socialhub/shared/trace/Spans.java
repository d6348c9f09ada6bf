package dev.socialhub.shared.trace;

import org.jspecify.annotations.Nullable;

/** Begins spans. Whether anybody collects them is a setting; their ids are there in any case. */
public interface Spans {

    /**
     * Begins a piece of work.
     *
     * @param parent what it is done for; null begins a trace
     */
    Span begin(SpanKind kind, String name, @Nullable TraceContext parent);

    /** Sends what has ended, if to anybody; none is begun after that. */
    default void close() {}
}
