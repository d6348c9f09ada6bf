package dev.socialhub.shared.web;

import io.micronaut.http.HttpRequest;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** The names under which a request's id and trace travel, in headers, attributes and logs. */
public final class RequestContext {

    public static final String REQUEST_ID_HEADER = "X-Request-Id";
    public static final String TRACEPARENT_HEADER = "traceparent";

    public static final String REQUEST_ID = "requestId";
    public static final String TRACE_ID = "traceId";
    public static final String USER_ID = "userId";

    private static final Pattern SAFE_REQUEST_ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private RequestContext() {}

    /** Whether a client's own request id may stand in our logs and answers. */
    public static boolean isSafeRequestId(@Nullable String id) {
        return id != null && SAFE_REQUEST_ID.matcher(id).matches();
    }

    /** The id of this request, once the filter has seen it. */
    public static @Nullable String requestId(HttpRequest<?> request) {
        return request.getAttribute(REQUEST_ID, String.class).orElse(null);
    }

    /** The W3C trace context to hand on from the current thread, or null outside a request. */
    public static @Nullable String currentTraceparent() {
        String traceId = MDC.get(TRACE_ID);
        return traceId == null ? null : Traceparent.childOf(traceId);
    }
}
