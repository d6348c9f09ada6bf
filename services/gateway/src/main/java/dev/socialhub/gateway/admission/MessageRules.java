package dev.socialhub.gateway.admission;

import dev.socialhub.gateway.answer.Refusal;
import dev.socialhub.shared.web.AmbiguousLengthException;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rules for a request's head that apply to every request. If two parties read a message's
 * length or host differently, an attacker can exploit the difference, so nothing ambiguous passes.
 */
final class MessageRules {

    /** Methods are accepted in this spelling only; the API has no use for TRACE and CONNECT. */
    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    private static final Set<String> BODY_CODINGS = Set.of("identity", "gzip", "deflate");

    private static final int MAX_HOST = 255;

    private MessageRules() {}

    /** Why the request is refused; null when it isn't. */
    static @Nullable Refusal check(HttpRequest request, int maxUriBytes) {
        Throwable unread = request.decoderResult().cause();
        if (unread != null) {
            return switch (unread) {
                case TooLongHttpLineException _ -> Refusal.URI_TOO_LONG;
                case TooLongHttpHeaderException _ -> Refusal.HEADERS_TOO_LARGE;
                case AmbiguousLengthException _ -> Refusal.AMBIGUOUS_LENGTH;
                default -> Refusal.MALFORMED;
            };
        }
        if (request.uri().length() > maxUriBytes) {
            return Refusal.URI_TOO_LONG;
        }
        boolean http11 = request.protocolVersion().equals(HttpVersion.HTTP_1_1);
        if (!http11 && !request.protocolVersion().equals(HttpVersion.HTTP_1_0)) {
            return Refusal.MALFORMED;
        }
        if (isHostBad(request.headers(), http11)) {
            return Refusal.BAD_HOST;
        }
        if (!METHODS.contains(request.method().name())) {
            return Refusal.METHOD;
        }
        return isCodingKnown(request.headers()) ? null : Refusal.UNSUPPORTED_ENCODING;
    }

    /** Services treat an unknown coding as no coding. */
    private static boolean isCodingKnown(HttpHeaders headers) {
        if (!headers.contains(HttpHeaderNames.CONTENT_ENCODING)) {
            return true;
        }
        List<String> codings = headers.getAll(HttpHeaderNames.CONTENT_ENCODING);
        return codings.size() == 1
                && BODY_CODINGS.contains(codings.getFirst().toLowerCase(Locale.ROOT));
    }

    /** Whether it has the form of a host, with or without a port. */
    static boolean isHost(String text) {
        if (text.isEmpty() || text.length() > MAX_HOST) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (!isOfHost(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isOfHost(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= ':')
                || c == '.'
                || c == '-'
                || c == '_'
                || c == '['
                || c == ']';
    }

    private static boolean isHostBad(HttpHeaders headers, boolean http11) {
        List<String> hosts = headers.getAll(HttpHeaderNames.HOST);
        if (hosts.isEmpty()) {
            return http11;
        }
        return hosts.size() > 1 || !isHost(hosts.getFirst());
    }
}
