package dev.socialhub.gateway.admission;

import dev.socialhub.gateway.admission.TokenGate.Outcome;
import dev.socialhub.gateway.answer.Refusal;
import dev.socialhub.gateway.route.RouteDestination;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import jakarta.inject.Singleton;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which callers may use which routes: by their token and, where a stream begins, their origin. */
@Singleton
final class AccessRules {

    private final TokenGate tokens;
    private final CorsPolicy cors;

    AccessRules(TokenGate tokens, CorsPolicy cors) {
        this.tokens = tokens;
        this.cors = cors;
    }

    @Nullable String allowedOrigin(HttpHeaders request) {
        return cors.allowedOrigin(request);
    }

    Map<String, String> preflightHeaders(HttpHeaders request) {
        return cors.preflightHeaders(request, cors.allowedOrigin(request));
    }

    Outcome check(HttpHeaders headers, RouteDestination destination) {
        return switch (destination.route().access()) {
            case PUBLIC -> new Outcome.Anonymous();
            case BEARER -> tokens.check(headers);
            case STREAM ->
                    isOriginAllowed(headers)
                            ? tokens.checkIfPresent(
                                    headers, destination.target().parameters("token"))
                            : new Outcome.Unknown(Refusal.BAD_ORIGIN);
        };
    }

    /** Browsers let every page open a WebSocket, whatever the answer says about origins. */
    private boolean isOriginAllowed(HttpHeaders headers) {
        return !headers.contains(HttpHeaderNames.ORIGIN) || cors.allowedOrigin(headers) != null;
    }
}
