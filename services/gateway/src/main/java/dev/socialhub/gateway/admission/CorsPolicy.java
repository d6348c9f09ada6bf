package dev.socialhub.gateway.admission;

import dev.socialhub.gateway.GatewaySettings;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which web pages may call the API, and which parts of the answers they may see. */
@Singleton
public final class CorsPolicy {

    static final String METHODS = "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS";

    private static final String REQUEST_HEADERS =
            "Authorization, Content-Type, Accept, Accept-Language, Idempotency-Key,"
                    + " X-Idempotency-Key, X-Request-Id, X-Auth-Mode, X-CSRF-Token, traceparent,"
                    + " tracestate, Last-Event-ID, If-None-Match, If-Match";
    private static final String EXPOSED_HEADERS =
            "X-Request-Id, traceresponse, Link, Retry-After, RateLimit, RateLimit-Policy, X-RateLimit-Limit,"
                    + " X-RateLimit-Remaining, X-RateLimit-Reset, Idempotent-Replayed, Location,"
                    + " ETag";

    private final Set<String> origins;

    CorsPolicy(GatewaySettings settings) {
        this.origins = Set.copyOf(settings.corsOrigins());
    }

    /** The request's origin if its pages may call; null otherwise. */
    @Nullable String allowedOrigin(HttpHeaders request) {
        List<String> named = request.getAll(HttpHeaderNames.ORIGIN);
        return named.size() == 1 && origins.contains(named.getFirst()) ? named.getFirst() : null;
    }

    /**
     * The headers of the answer to an OPTIONS request, whether it is a browser's preflight or not.
     */
    Map<String, String> preflightHeaders(HttpHeaders request, @Nullable String allowedOrigin) {
        Map<String, String> headers = new HashMap<>();
        headers.put("Allow", METHODS);
        if (allowedOrigin != null
                && request.contains(HttpHeaderNames.ACCESS_CONTROL_REQUEST_METHOD)) {
            headers.put("Access-Control-Allow-Methods", METHODS);
            headers.put("Access-Control-Allow-Headers", REQUEST_HEADERS);
            headers.put("Access-Control-Max-Age", "600");
        }
        return headers;
    }

    /**
     * Sets the CORS headers of an answer; the service's own are replaced, since only the gateway
     * decides.
     */
    public static void mark(HttpHeaders answer, @Nullable String allowedOrigin) {
        answer.remove(HttpHeaderNames.ACCESS_CONTROL_ALLOW_ORIGIN);
        answer.remove(HttpHeaderNames.ACCESS_CONTROL_ALLOW_CREDENTIALS);
        answer.remove(HttpHeaderNames.ACCESS_CONTROL_EXPOSE_HEADERS);
        answer.add(HttpHeaderNames.VARY, "Origin");
        if (allowedOrigin != null) {
            answer.set(HttpHeaderNames.ACCESS_CONTROL_ALLOW_ORIGIN, allowedOrigin);
            answer.set(HttpHeaderNames.ACCESS_CONTROL_ALLOW_CREDENTIALS, "true");
            answer.set(HttpHeaderNames.ACCESS_CONTROL_EXPOSE_HEADERS, EXPOSED_HEADERS);
        }
    }
}
