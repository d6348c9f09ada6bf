package dev.socialhub.gateway.admission;

import dev.socialhub.gateway.GatewaySettings;
import dev.socialhub.gateway.admission.Decision.Forward;
import dev.socialhub.gateway.admission.Decision.Refuse;
import dev.socialhub.gateway.admission.Decision.Reply;
import dev.socialhub.gateway.answer.Answer;
import dev.socialhub.gateway.answer.Refusal;
import dev.socialhub.gateway.page.OwnPage;
import dev.socialhub.gateway.page.OwnPages;
import dev.socialhub.gateway.page.PageClient;
import dev.socialhub.gateway.route.RequestTarget;
import dev.socialhub.gateway.route.RouteDestination;
import dev.socialhub.gateway.route.RouteTable;
import dev.socialhub.shared.trace.TraceContext;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Decides about a request from its head, and creates the head that a service will see. */
@Singleton
public final class Admission {

    private final GatewaySettings.Client limits;
    private final OwnPages ownPages;
    private final TokenGate tokens;
    private final CorsPolicy cors;
    private final RequestHeaders headers;

    Admission(
            GatewaySettings settings,
            OwnPages ownPages,
            TokenGate tokens,
            CorsPolicy cors,
            RequestHeaders headers) {
        this.limits = settings.client();
        this.ownPages = ownPages;
        this.tokens = tokens;
        this.cors = cors;
        this.headers = headers;
    }

    /** The origin whose pages may read the answer; null when there is none. */
    public @Nullable String allowedOrigin(HttpHeaders request) {
        return cors.allowedOrigin(request);
    }

    /** Whether the caller sends its body only after it is told to continue. */
    public static boolean isContinueExpected(HttpRequest request) {
        return request.protocolVersion().equals(HttpVersion.HTTP_1_1)
                && RequestHeaders.isContinueExpected(request.headers());
    }

    /** Decides what to do with the request. */
    public Decision decide(HttpRequest request, GatewayCaller caller) {
        Refusal unacceptable = MessageRules.check(request, limits.maxUriBytes());
        if (unacceptable != null) {
            return new Refuse(unacceptable);
        }
        if (request.method().equals(HttpMethod.OPTIONS)) {
            String origin = cors.allowedOrigin(request.headers());
            return new Reply(Answer.empty(204, cors.preflightHeaders(request.headers(), origin)));
        }
        return RequestTarget.parse(request.uri())
                .map(target -> route(request, target, caller))
                .orElseGet(() -> new Refuse(Refusal.BAD_TARGET));
    }

    private Decision route(HttpRequest request, RequestTarget target, GatewayCaller caller) {
        String method = request.method().name();
        Optional<OwnPage> page = ownPages.find(method, target.path());
        if (page.isPresent()) {
            return new Reply(page.get().shownTo(visitor(request.headers(), caller)));
        }
        return RouteTable.find(method, target)
                .map(destination -> admit(request, destination))
                .orElseGet(() -> new Refuse(Refusal.UNKNOWN_PATH));
    }

    private PageClient visitor(HttpHeaders request, GatewayCaller caller) {
        return new PageClient(
                request.getAll(HttpHeaderNames.ACCEPT),
                request.getAll(HttpHeaderNames.IF_NONE_MATCH),
                headers.address(request, caller));
    }

    private Decision admit(HttpRequest request, RouteDestination destination) {
        UUID userId = null;
        if (!destination.route().isPublic()) {
            switch (tokens.check(request.headers())) {
                case TokenGate.Outcome.Known(UUID known) -> userId = known;
                case TokenGate.Outcome.Unknown(Refusal refusal) -> {
                    return new Refuse(refusal);
                }
            }
        }
        long maxBodyBytes =
                destination
                        .route()
                        .limit()
                        .forContentType(request.headers().get(HttpHeaderNames.CONTENT_TYPE));
        if (HttpUtil.getContentLength(request, 0L) > maxBodyBytes) {
            return new Refuse(Refusal.BODY_TOO_LARGE);
        }
        return new Forward(destination, maxBodyBytes, userId);
    }

    /** Turns the caller's head into the one that the service sees. */
    public void rewrite(
            HttpRequest request,
            RouteDestination destination,
            GatewayCaller caller,
            String requestId,
            TraceContext trace) {
        request.setUri(destination.uri());
        request.setMethod(HttpMethod.valueOf(destination.method()));
        request.setProtocolVersion(HttpVersion.HTTP_1_1);
        headers.rewrite(request.headers(), caller, requestId, trace);
    }
}
