package dev.socialhub.gateway.admission;

import dev.socialhub.shared.trace.TraceContext;
import dev.socialhub.shared.web.RequestContext;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.util.AsciiString;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns a caller's headers into those that a service sees. */
@Singleton
final class RequestHeaders {

    private static final AsciiString FORWARDED_FOR = AsciiString.cached("X-Forwarded-For");
    private static final AsciiString FORWARDED_PROTO = AsciiString.cached("X-Forwarded-Proto");
    private static final AsciiString FORWARDED_HOST = AsciiString.cached("X-Forwarded-Host");
    private static final AsciiString FORWARDED = AsciiString.cached("Forwarded");
    private static final AsciiString REAL_IP = AsciiString.cached("X-Real-IP");
    private static final AsciiString REQUEST_ID =
            AsciiString.cached(RequestContext.REQUEST_ID_HEADER);
    private static final AsciiString TRACE = AsciiString.cached(TraceContext.HEADER);
    private static final String IDENTITY_PREFIX = "x-user-";
    private static final String NO_HOST = "localhost";

    private final TrustedProxies trustedProxies;

    RequestHeaders(TrustedProxies trustedProxies) {
        this.trustedProxies = trustedProxies;
    }

    void rewrite(HttpHeaders headers, GatewayCaller caller, String requestId, TraceContext trace) {
        HopByHop.strip(headers);
        stripIdentity(headers);
        if (!isContinueExpected(headers)) {
            headers.remove(HttpHeaderNames.EXPECT);
        }
        setForwardedHeaders(headers, caller);
        if (!headers.contains(HttpHeaderNames.HOST)) {
            // HTTP/1.0 requires no Host header, but the forwarded request is HTTP/1.1.
            headers.set(HttpHeaderNames.HOST, NO_HOST);
        }
        headers.set(REQUEST_ID, requestId);
        headers.set(TRACE, trace.traceparent());
    }

    /** The address that the caller used to reach the platform: scheme, host and port. */
    String address(HttpHeaders headers, GatewayCaller caller) {
        boolean believed = trustedProxies.contains(caller.address());
        String proto = believed ? headers.get(FORWARDED_PROTO) : null;
        String host = believed ? headers.get(FORWARDED_HOST) : null;
        boolean isSecure = proto == null ? caller.isSecure() : proto.equalsIgnoreCase("https");
        if (host == null || !MessageRules.isHost(host)) {
            host = headers.get(HttpHeaderNames.HOST, NO_HOST);
        }
        return (isSecure ? "https://" : "http://") + host;
    }

    /** The address of the client itself. */
    InetAddress clientAddress(HttpHeaders headers, GatewayCaller caller) {
        return ClientAddress.of(headers, caller.address(), trustedProxies);
    }

    static boolean isContinueExpected(HttpHeaders headers) {
        return headers.containsValue(HttpHeaderNames.EXPECT, HttpHeaderValues.CONTINUE, true);
    }

    /** Some servers read an underscore as a hyphen, so both spellings are removed. */
    private static void stripIdentity(HttpHeaders headers) {
        List<CharSequence> claims = List.of();
        Iterator<Map.Entry<CharSequence, CharSequence>> all = headers.iteratorCharSequence();
        while (all.hasNext()) {
            CharSequence name = all.next().getKey();
            if (startsWithIdentityPrefix(name)) {
                claims = claims.isEmpty() ? new ArrayList<>() : claims;
                claims.add(name);
            }
        }
        claims.forEach(headers::remove);
    }

    private static boolean startsWithIdentityPrefix(CharSequence name) {
        if (name.length() < IDENTITY_PREFIX.length()) {
            return false;
        }
        for (int i = 0; i < IDENTITY_PREFIX.length(); i++) {
            char c = name.charAt(i) == '_' ? '-' : Character.toLowerCase(name.charAt(i));
            if (c != IDENTITY_PREFIX.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private void setForwardedHeaders(HttpHeaders headers, GatewayCaller caller) {
        String peer = caller.address().getHostAddress();
        boolean believed = trustedProxies.contains(caller.address());
        String hops = believed ? joined(headers, FORWARDED_FOR) : null;
        headers.set(FORWARDED_FOR, hops == null ? peer : hops + ", " + peer);
        headers.remove(FORWARDED);
        headers.remove(REAL_IP);
        if (!believed || !headers.contains(FORWARDED_PROTO)) {
            headers.set(FORWARDED_PROTO, caller.isSecure() ? "https" : "http");
        }
        if (!believed || !headers.contains(FORWARDED_HOST)) {
            String host = headers.get(HttpHeaderNames.HOST);
            headers.remove(FORWARDED_HOST);
            if (host != null) {
                headers.set(FORWARDED_HOST, host);
            }
        }
    }

    private static @Nullable String joined(HttpHeaders headers, AsciiString name) {
        return headers.contains(name) ? String.join(", ", headers.getAll(name)) : null;
    }
}
