package dev.socialhub.gateway.upstream;

import dev.socialhub.gateway.GatewaySettings;
import dev.socialhub.gateway.route.Backend;
import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.MultithreadEventExecutorGroup;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A service: its instances, and each event loop's connections to them. */
public final class Upstream {

    private final Backend backend;
    private final Balancer balancer;
    private final GatewaySettings.Upstream settings;
    private final AtomicInteger openConnections = new AtomicInteger();
    private final Map<EventLoop, ConnectionPool> pools = new ConcurrentHashMap<>();

    Upstream(Backend backend, List<Instance> instances, GatewaySettings.Upstream settings) {
        this.backend = backend;
        this.balancer = new Balancer(instances);
        this.settings = settings;
    }

    public Backend backend() {
        return backend;
    }

    public List<Instance> instances() {
        return balancer.instances();
    }

    public int openConnections() {
        return openConnections.get();
    }

    /**
     * Seeks a connection for a caller, on the caller's own event loop.
     *
     * @param avoided an instance that has just failed the request; null when none has
     * @param newConnection whether a kept connection won't do, since others may be as stale
     */
    public void seek(
            Channel caller,
            ConnectionSeeker seeker,
            @Nullable Instance avoided,
            boolean newConnection) {
        pools.computeIfAbsent(caller.eventLoop(), loop -> newPool(loop, caller))
                .seek(seeker, avoided, newConnection);
    }

    private ConnectionPool newPool(EventLoop loop, Channel caller) {
        int loops =
                loop.parent() instanceof MultithreadEventExecutorGroup group
                        ? group.executorCount()
                        : 1;
        // The caller's own kind of channel: epoll and NIO channels can't share a loop.
        return new ConnectionPool(
                loop,
                caller.getClass(),
                balancer,
                PoolLimits.share(settings, loops),
                openConnections);
    }
}
