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
import dev.socialhub.manifest.RouteAccess;
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
    private final RouteTable routes;
    private final AccessRules access;
    private final RequestHeaders headers;

    Admission(
            GatewaySettings settings,
            OwnPages ownPages,
            RouteTable routes,
            AccessRules access,
            RequestHeaders headers) {
        this.limits = settings.client();
        this.ownPages = ownPages;
        this.routes = routes;
        this.access = access;
        this.headers = headers;
    }

    /** The origin whose pages may read the answer; null when there is none. */
    public @Nullable String allowedOrigin(HttpHeaders request) {
        return access.allowedOrigin(request);
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
            return new Reply(Answer.empty(204, access.preflightHeaders(request.headers())));
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
        return routes.find(method, target)
                .map(destination -> admit(request, destination, caller))
                .orElseGet(() -> new Refuse(Refusal.UNKNOWN_PATH));
    }

    private PageClient visitor(HttpHeaders request, GatewayCaller caller) {
        return new PageClient(
                request.getAll(HttpHeaderNames.ACCEPT),
                request.getAll(HttpHeaderNames.IF_NONE_MATCH),
                headers.address(request, caller));
    }

    private Decision admit(
            HttpRequest request, RouteDestination destination, GatewayCaller caller) {
        boolean isUpgrade = UpgradeRules.isRequested(request.headers());
        if (isUpgrade && !destination.route().upgrades()) {
            return new Refuse(Refusal.UPGRADE_NOT_HERE);
        }
        Refusal badUpgrade = isUpgrade ? UpgradeRules.check(request) : null;
        if (badUpgrade != null) {
            return new Refuse(badUpgrade);
        }
        return switch (access.check(request.headers(), destination)) {
            case TokenGate.Outcome.Known(UUID userId) ->
                    admit(request, destination, userId, caller);
            case TokenGate.Outcome.Anonymous _ -> admit(request, destination, null, caller);
            case TokenGate.Outcome.Unknown(Refusal refusal) -> new Refuse(refusal);
        };
    }

    private Decision admit(
            HttpRequest request,
            RouteDestination destination,
            @Nullable UUID userId,
            GatewayCaller caller) {
        long maxBodyBytes =
                destination
                        .route()
                        .limit()
                        .forContentType(request.headers().get(HttpHeaderNames.CONTENT_TYPE));
        if (HttpUtil.getContentLength(request, 0L) > maxBodyBytes) {
            return new Refuse(Refusal.BODY_TOO_LARGE);
        }
        if (destination.route().access() != RouteAccess.STREAM) {
            return new Forward(destination, maxBodyBytes, userId, null);
        }
        Optional<String> node = SessionNode.of(destination.target());
        if (node.isEmpty() && SessionNode.isNamed(destination.target())) {
            return new Refuse(Refusal.UNKNOWN_SESSION);
        }
        StreamRequest stream =
                new StreamRequest(
                        headers.clientAddress(request.headers(), caller),
                        UpgradeRules.isRequested(request.headers()),
                        node.orElse(null));
        return new Forward(destination, maxBodyBytes, userId, stream);
    }

    /** Turns the caller's head into the one that the service sees. */
    public void rewrite(
            HttpRequest request,
            Forward forward,
            GatewayCaller caller,
            String requestId,
            TraceContext trace) {
        RouteDestination destination = forward.destination();
        request.setUri(destination.uri());
        request.setMethod(HttpMethod.valueOf(destination.method()));
        request.setProtocolVersion(HttpVersion.HTTP_1_1);
        headers.rewrite(request.headers(), caller, requestId, trace);
        if (forward.isUpgrade()) {
            HopByHop.setUpgrade(request.headers());
        }
    }
}
