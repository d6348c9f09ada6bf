package dev.socialhub.gateway.admission;

import dev.socialhub.shared.trace.TraceContext;
import io.netty.handler.codec.http.HttpHeaders;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a caller's headers say of the trace that its request is a part of. */
public final class CallersTrace {

    static final String STATE = "tracestate";

    private CallersTrace() {}

    /**
     * Takes it out of the headers. Where there is none, or a broken one, or several, what belongs
     * to it goes as well.
     */
    public static @Nullable TraceContext take(HttpHeaders headers) {
        List<String> said = headers.getAll(TraceContext.HEADER);
        TraceContext trace = said.size() == 1 ? TraceContext.parse(said.getFirst()) : null;
        headers.remove(TraceContext.HEADER);
        if (trace == null) {
            headers.remove(STATE);
        }
        return trace;
    }
}
