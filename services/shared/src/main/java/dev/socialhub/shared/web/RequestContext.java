package dev.socialhub.shared.web;

import dev.socialhub.shared.trace.TraceContext;
import io.micronaut.http.HttpRequest;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The names under which a request's id travels, in headers, attributes and logs. */
public final class RequestContext {

    public static final String REQUEST_ID_HEADER = "X-Request-Id";

    /** On an answer: the trace that the request belongs to, in the form of {@code traceparent}. */
    public static final String TRACE_HEADER = "traceresponse";

    public static final String REQUEST_ID = "requestId";
    public static final String USER_ID = "userId";

    /** Attribute of a request that is answered as a GET, and was sent as a HEAD. */
    static final String HEAD = "head";

    private static final Pattern SAFE_REQUEST_ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private RequestContext() {}

    /** A client's own request id when it may appear in logs and answers; otherwise a new one. */
    public static String safeRequestId(@Nullable String offered, Supplier<UUID> ids) {
        return offered != null && SAFE_REQUEST_ID.matcher(offered).matches()
                ? offered
                : ids.get().toString();
    }

    /** The id of this request, once the filter has seen it. */
    public static @Nullable String requestId(HttpRequest<?> request) {
        return request.getAttribute(REQUEST_ID, String.class).orElse(null);
    }

    /** The trace of this request, once the filter has seen it. */
    public static @Nullable TraceContext trace(HttpRequest<?> request) {
        return request.getAttribute(TraceContext.HEADER, TraceContext.class).orElse(null);
    }

    /**
     * Whether the caller has asked with HEAD. Services answer it as a GET and leave the body out,
     * so a route whose GET changes anything must ask.
     */
    public static boolean isHead(HttpRequest<?> request) {
        return request.getAttribute(HEAD).isPresent();
    }
}
