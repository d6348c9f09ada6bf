package dev.socialhub.gateway.upstream;

import dev.socialhub.gateway.GatewaySettings;
import java.time.Duration;

/** One event loop's share of the limits for a service. */
record PoolLimits(
        int connections,
        int waiting,
        Duration waitTimeout,
        Duration connectTimeout,
        Duration readTimeout,
        Duration idleTimeout) {

    /** The share of one loop of the limits for answers that wait for an event. */
    static PoolLimits shareOfPolls(
            GatewaySettings.Upstream total, GatewaySettings.Streams streams, int loops) {
        return new PoolLimits(
                Math.max(1, streams.maxPolls() / loops),
                0,
                total.waitTimeout(),
                total.connectTimeout(),
                streams.pollTimeout(),
                total.idleTimeout());
    }

    /**
     * The share of one loop. The shares never add up to more than the total, except that each loop
     * has at least one connection.
     */
    static PoolLimits share(GatewaySettings.Upstream total, int loops) {
        return new PoolLimits(
                Math.max(1, total.maxConnections() / loops),
                total.maxWaiting() / loops,
                total.waitTimeout(),
                total.connectTimeout(),
                total.readTimeout(),
                total.idleTimeout());
    }
}
