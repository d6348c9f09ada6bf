package dev.socialhub.gateway.admission;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.util.AsciiString;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Headers that concern one connection only and must not be forwarded (RFC 9110, 7.6.1). */
public final class HopByHop {

    private static final List<AsciiString> ALWAYS =
            List.of(
                    AsciiString.cached("connection"),
                    AsciiString.cached("keep-alive"),
                    AsciiString.cached("proxy-connection"),
                    AsciiString.cached("proxy-authenticate"),
                    AsciiString.cached("proxy-authorization"),
                    AsciiString.cached("te"),
                    AsciiString.cached("trailer"),
                    AsciiString.cached("upgrade"),
                    AsciiString.cached("http2-settings"));

    /** A Connection header that names one of these would change where the message ends or goes. */
    private static final Set<String> NEVER = Set.of("content-length", "transfer-encoding", "host");

    private HopByHop() {}

    /** Sets those of a WebSocket's handshake again, after all of the other side's were removed. */
    public static void setUpgrade(HttpHeaders headers) {
        headers.set(HttpHeaderNames.CONNECTION, HttpHeaderValues.UPGRADE);
        headers.set(HttpHeaderNames.UPGRADE, HttpHeaderValues.WEBSOCKET);
    }

    /** Removes them, including those that the Connection header names. */
    public static void strip(HttpHeaders headers) {
        if (headers.contains(HttpHeaderNames.CONNECTION)) {
            for (String value : headers.getAll(HttpHeaderNames.CONNECTION)) {
                for (String name : value.split(",", -1)) {
                    String named = name.strip().toLowerCase(Locale.ROOT);
                    if (!named.isEmpty() && !NEVER.contains(named)) {
                        headers.remove(named);
                    }
                }
            }
        }
        for (AsciiString name : ALWAYS) {
            headers.remove(name);
        }
    }
}
