package dev.socialhub.gateway.admission;

import dev.socialhub.gateway.answer.Refusal;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The rules for the opening handshake of a WebSocket (RFC 6455, 4.2.1). A handshake that the
 * gateway and the service read differently would turn the requests behind it into frames, or frames
 * into requests. Other protocols in the header Upgrade are ignored, as RFC 9110 allows.
 */
public final class UpgradeRules {

    /** Sixteen bytes in base64. */
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9+/]{21}[AQgw]==");

    private static final String VERSION = "13";

    private UpgradeRules() {}

    /** Whether the request asks to switch to a WebSocket. */
    public static boolean isRequested(HttpHeaders headers) {
        return headers.containsValue(HttpHeaderNames.UPGRADE, HttpHeaderValues.WEBSOCKET, true);
    }

    /** Whether the answer to such a request switches to a WebSocket, and to nothing else. */
    public static boolean isAccepted(HttpHeaders answer) {
        return answer.getAll(HttpHeaderNames.SEC_WEBSOCKET_ACCEPT).size() == 1
                && isOnlyWebSocket(answer);
    }

    /** Why the handshake is refused; null when it isn't. */
    static @Nullable Refusal check(HttpRequest request) {
        HttpHeaders headers = request.headers();
        List<String> keys = headers.getAll(HttpHeaderNames.SEC_WEBSOCKET_KEY);
        List<String> versions = headers.getAll(HttpHeaderNames.SEC_WEBSOCKET_VERSION);
        boolean isWellFormed =
                request.method().equals(HttpMethod.GET)
                        && request.protocolVersion().equals(HttpVersion.HTTP_1_1)
                        && isOnlyWebSocket(headers)
                        && headers.containsValue(
                                HttpHeaderNames.CONNECTION, HttpHeaderValues.UPGRADE, true)
                        && !hasBody(request)
                        && keys.size() == 1
                        && KEY.matcher(keys.getFirst()).matches()
                        && versions.size() == 1;
        if (!isWellFormed) {
            return Refusal.BAD_UPGRADE;
        }
        return versions.getFirst().equals(VERSION) ? null : Refusal.UPGRADE_VERSION;
    }

    private static boolean isOnlyWebSocket(HttpHeaders headers) {
        List<String> protocols = headers.getAll(HttpHeaderNames.UPGRADE);
        return protocols.size() == 1
                && HttpHeaderValues.WEBSOCKET.contentEqualsIgnoreCase(protocols.getFirst().strip());
    }

    private static boolean hasBody(HttpRequest request) {
        return HttpUtil.isTransferEncodingChunked(request)
                || HttpUtil.getContentLength(request, 0L) > 0
                || request.headers().contains(HttpHeaderNames.EXPECT);
    }
}
