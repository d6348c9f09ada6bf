package dev.socialhub.gateway.admission;

import io.netty.handler.codec.http.HttpHeaders;
import java.net.InetAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The address of the client itself, which may be behind trusted proxies. */
final class ClientAddress {

    private ClientAddress() {}

    /**
     * The last hop of X-Forwarded-For that is no trusted proxy: those before it are what the client
     * says. The peer's own address unless the peer is a trusted proxy.
     */
    static InetAddress of(HttpHeaders headers, InetAddress peer, TrustedProxies proxies) {
        InetAddress client = peer;
        List<String> hops =
                List.of(String.join(",", headers.getAll("X-Forwarded-For")).split(",", -1));
        for (int i = hops.size() - 1; i >= 0 && proxies.contains(client); i--) {
            InetAddress hop = literal(hops.get(i).strip());
            if (hop == null) {
                return client;
            }
            client = hop;
        }
        return client;
    }

    private static @Nullable InetAddress literal(String text) {
        try {
            return InetAddress.ofLiteral(text);
        } catch (IllegalArgumentException noAddress) {
            return null;
        }
    }
}
