package dev.socialhub.gateway.admission;

import dev.socialhub.gateway.GatewaySettings;
import jakarta.inject.Singleton;
import java.net.InetAddress;

/** The proxies in front of the gateway whose X-Forwarded-* headers are trusted. */
@Singleton
final class TrustedProxies {

    private final CidrBlocks blocks;

    TrustedProxies(GatewaySettings settings) {
        this.blocks = CidrBlocks.parse(settings.trustedProxies());
    }

    boolean contains(InetAddress peer) {
        return blocks.contains(peer);
    }
}
