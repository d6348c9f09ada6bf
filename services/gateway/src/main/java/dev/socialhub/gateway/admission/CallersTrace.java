package dev.socialhub.gateway.admission;

import dev.socialhub.shared.trace.TraceContext;
import io.netty.handler.codec.http.HttpHeaders;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The trace that a caller's headers declare the request to be a part of. */
public final class CallersTrace {

    static final String STATE = "tracestate";

    private CallersTrace() {}

    /**
     * Removes the trace from the headers and returns it. If it is missing, invalid or given several
     * times, the headers that belong to it are removed as well.
     */
    public static @Nullable TraceContext take(HttpHeaders headers) {
        List<String> values = headers.getAll(TraceContext.HEADER);
        TraceContext trace = values.size() == 1 ? TraceContext.parse(values.getFirst()) : null;
        headers.remove(TraceContext.HEADER);
        if (trace == null) {
            headers.remove(STATE);
        }
        return trace;
    }
}
