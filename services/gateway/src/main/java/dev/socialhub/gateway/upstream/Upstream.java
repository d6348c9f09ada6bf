package dev.socialhub.gateway.upstream;

import dev.socialhub.gateway.GatewaySettings;
import dev.socialhub.gateway.route.Backend;
import dev.socialhub.gateway.upstream.Instance.Health;
import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.MultithreadEventExecutorGroup;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A service: its instances, and each event loop's connections to them. */
public final class Upstream {

    private static final Logger LOG = LoggerFactory.getLogger(Upstream.class);

    private final Backend backend;
    private final Balancer balancer;
    private final List<Instance> leaving = new CopyOnWriteArrayList<>();
    private final GatewaySettings settings;
    private final UpstreamLoad load;
    private final AtomicInteger openConnections = new AtomicInteger();
    private final Map<EventLoop, ConnectionPool> pools = new ConcurrentHashMap<>();
    private final Map<EventLoop, ConnectionPool> poolsOfPolls = new ConcurrentHashMap<>();

    private List<URI> wanted;

    Upstream(
            Backend backend,
            List<Instance> instances,
            GatewaySettings settings,
            UpstreamLoad load) {
        this.backend = backend;
        this.wanted = instances.stream().map(Instance::url).toList();
        this.balancer = new Balancer(instances);
        this.settings = settings;
        this.load = load;
    }

    public Backend backend() {
        return backend;
    }

    public UpstreamLoad load() {
        return load;
    }

    /** The instances that get requests, or will once they are healthy. */
    public List<Instance> instances() {
        return balancer.instances();
    }

    /** The instances that get no new requests, while earlier ones are still running. */
    public List<Instance> leaving() {
        return leaving.stream().filter(one -> !one.isDrained()).toList();
    }

    int instancesUp() {
        return (int) instances().stream().filter(one -> one.health() == Health.UP).count();
    }

    public int openConnections() {
        return openConnections.get();
    }

    /** The instance that holds this node's sessions; null when none that can be reached does. */
    public @Nullable Instance withNode(String node) {
        return balancer.withNode(node);
    }

    /** Requests a connection for a caller, on the caller's own event loop. */
    public void seek(Channel caller, ConnectionRequest seeker, ConnectionNeed need) {
        boolean isPoll = need.use() == ConnectionNeed.Use.LONG;
        (isPoll ? poolsOfPolls : pools)
                .computeIfAbsent(caller.eventLoop(), loop -> newPool(loop, caller, isPoll))
                .seek(seeker, need);
    }

    /**
     * Sets the instances that the service should have; for the thread that calls {@link #settle()}.
     */
    void want(List<URI> urls) {
        wanted = List.copyOf(urls);
    }

    /**
     * Moves as close to the wanted instances as is possible now; for one thread at a time. New
     * instances join once a health check has succeeded; old ones leave as soon as one that stays
     * can be reached, so that a change of all instances causes no outage.
     */
    void settle() {
        leaving.removeIf(Instance::isDrained);
        List<Instance> present = balancer.instances();
        Set<URI> known = present.stream().map(Instance::url).collect(Collectors.toSet());
        List<Instance> next = new ArrayList<>(present);
        wanted.stream()
                .filter(url -> !known.contains(url))
                .map(Instance::joining)
                .forEach(next::add);
        List<Instance> surplus = next.stream().filter(one -> !wanted.contains(one.url())).toList();
        boolean mayLeave =
                next.stream().anyMatch(one -> !surplus.contains(one) && one.isReachable());
        if (mayLeave) {
            next.removeAll(surplus);
        }
        if (next.equals(present)) {
            return;
        }
        leaving.addAll(mayLeave ? surplus : List.of());
        balancer.replace(next);
        if (mayLeave) {
            surplus.forEach(this::retire);
        }
        LOG.info(
                "{} has the instances {}",
                backend.label(),
                next.stream().map(Instance::url).toList());
    }

    /**
     * Called after the balancer has removed the instance, so that no pool can choose it any more.
     */
    private void retire(Instance instance) {
        // Counted as in use meanwhile, so that it isn't considered drained before every pool is
        // informed.
        instance.began();
        instance.retire();
        pools.values().forEach(pool -> pool.dismiss(instance));
        poolsOfPolls.values().forEach(pool -> pool.dismiss(instance));
        instance.ended();
    }

    private ConnectionPool newPool(EventLoop loop, Channel caller, boolean isForPolls) {
        int loops =
                loop.parent() instanceof MultithreadEventExecutorGroup group
                        ? group.executorCount()
                        : 1;
        // The caller's own channel type: epoll and NIO channels can't share a loop.
        return new ConnectionPool(
                loop,
                caller.getClass(),
                balancer,
                isForPolls
                        ? PoolLimits.shareOfPolls(settings.upstream(), settings.streams(), loops)
                        : PoolLimits.share(settings.upstream(), loops),
                openConnections);
    }
}
