package dev.socialhub.gateway.admission;

import dev.socialhub.gateway.GatewaySettings;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.util.List;

/** The proxies in front of the gateway whose X-Forwarded-* headers are trusted. */
@Singleton
final class TrustedProxies {

    private final List<Block> blocks;

    TrustedProxies(GatewaySettings settings) {
        this.blocks = settings.trustedProxies().stream().map(Block::parse).toList();
    }

    boolean contains(InetAddress peer) {
        for (Block block : blocks) {
            if (block.contains(peer.getAddress())) {
                return true;
            }
        }
        return false;
    }

    /** A CIDR block, or a single address. */
    private record Block(byte[] network, int prefix) {

        static Block parse(String text) {
            String[] parts = text.strip().split("/", -1);
            byte[] network = InetAddress.ofLiteral(parts[0]).getAddress();
            int prefix = parts.length == 1 ? network.length * 8 : Integer.parseInt(parts[1]);
            if (parts.length > 2 || prefix < 0 || prefix > network.length * 8) {
                throw new IllegalArgumentException("not a CIDR block: " + text);
            }
            return new Block(network, prefix);
        }

        boolean contains(byte[] address) {
            if (address.length != network.length) {
                return false;
            }
            for (int bit = 0; bit < prefix; bit += 8) {
                int mask = prefix - bit >= 8 ? 0xFF : 0xFF << (8 - (prefix - bit)) & 0xFF;
                if (((address[bit / 8] ^ network[bit / 8]) & mask) != 0) {
                    return false;
                }
            }
            return true;
        }
    }
}
