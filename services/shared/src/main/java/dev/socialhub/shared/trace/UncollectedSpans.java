package dev.socialhub.shared.trace;

import org.jspecify.annotations.Nullable;

/**
 * Spans that are not collected: they have ids for the logs and the next hop, and cost nothing else.
 */
public final class UncollectedSpans implements Spans {

    @Override
    public Span begin(SpanKind kind, String name, @Nullable TraceContext parent) {
        return new Uncollected(parent == null ? TraceContext.begin() : parent.child());
    }

    private record Uncollected(TraceContext context) implements Span {
        @Override
        public Span with(String name, String value) {
            return this;
        }

        @Override
        public Span with(String name, long value) {
            return this;
        }

        @Override
        public Span named(String name) {
            return this;
        }

        @Override
        public Span failed(String type) {
            return this;
        }

        @Override
        public void end() {
            // The duration of a span that is not collected is of no use.
        }
    }
}
