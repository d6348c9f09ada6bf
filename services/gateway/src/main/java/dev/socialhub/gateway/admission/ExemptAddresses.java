package dev.socialhub.gateway.admission;

import dev.socialhub.gateway.GatewaySettings;
import jakarta.inject.Singleton;
import java.net.InetAddress;

/** The clients that have no limits per address. */
@Singleton
public final class ExemptAddresses {

    private final CidrBlocks blocks;

    public ExemptAddresses(GatewaySettings settings) {
        this.blocks = CidrBlocks.parse(settings.limitsExemptCidrs());
    }

    public boolean contains(InetAddress client) {
        return blocks.contains(client);
    }
}
