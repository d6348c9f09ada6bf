package dev.socialhub.gateway.upstream;

import dev.socialhub.gateway.upstream.ConnectionNeed.Use;
import dev.socialhub.gateway.upstream.ConnectionRequest.Failure;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpDecoderConfig;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The connections of one event loop to one service. A request never changes threads, so nothing
 * here is shared; each loop has its share of the service's limits.
 */
final class ConnectionPool {

    private static final HttpDecoderConfig RESPONSES =
            new HttpDecoderConfig()
                    .setMaxInitialLineLength(8 * 1024)
                    .setMaxHeaderSize(32 * 1024)
                    .setMaxChunkSize(64 * 1024);

    private final EventLoop loop;
    private final Class<? extends Channel> channelType;
    private final Balancer balancer;
    private final PoolLimits limits;
    private final AtomicInteger openInAllPools;
    private final Map<Instance, Deque<UpstreamConnection>> idle = new HashMap<>();
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private int open;

    private record Waiting(ConnectionRequest request, ConnectionNeed need) {}

    ConnectionPool(
            EventLoop loop,
            Class<? extends Channel> channelType,
            Balancer balancer,
            PoolLimits limits,
            AtomicInteger openInAllPools) {
        this.loop = loop;
        this.channelType = channelType;
        this.balancer = balancer;
        this.limits = limits;
        this.openInAllPools = openInAllPools;
    }

    /** Finds a connection: an idle one, or a new one, or the next one that becomes free. */
    void seek(ConnectionRequest request, ConnectionNeed need) {
        Instance only = need.only();
        Instance instance = only == null ? balancer.choose(need.avoided()) : only;
        if (instance == null) {
            request.notObtained(Failure.NO_INSTANCE, null);
            return;
        }
        if (need.use() == Use.UPGRADE) {
            connect(instance, request, false);
            return;
        }
        UpstreamConnection kept = need.isNew() ? null : takeIdle(instance);
        if (kept != null) {
            assign(kept, request);
        } else if (open < limits.connections() || closeOneIdle()) {
            connect(instance, request, true);
        } else if (waiting.size() < limits.waiting()) {
            Waiting queued = new Waiting(request, need);
            waiting.addLast(queued);
            loop.schedule(
                    () -> stopWaiting(queued),
                    limits.waitTimeout().toMillis(),
                    TimeUnit.MILLISECONDS);
        } else {
            request.notObtained(Failure.QUEUE_FULL, null);
        }
    }

    private void stopWaiting(Waiting queued) {
        if (waiting.remove(queued) && !queued.request().isGone()) {
            queued.request().notObtained(Failure.WAITED_TOO_LONG, null);
        }
    }

    void released(UpstreamConnection connection, boolean reusable) {
        connection.instance().ended();
        if (!reusable || connection.instance().isRetired()) {
            connection.close();
            return;
        }
        Waiting next = nextWaiting(connection.instance());
        if (next != null) {
            assign(connection, next.request());
            return;
        }
        idleAt(connection.instance()).addLast(connection);
        if (!waiting.isEmpty()) {
            // Those that wait need another instance: closing it lets one of them connect.
            closeOneIdle();
        }
    }

    /**
     * Closes the idle connections to a retired instance. Until this is done the instance counts one
     * extra request: a request on this loop may have chosen it a moment ago.
     */
    void dismiss(Instance retired) {
        retired.began();
        loop.execute(() -> {
            Deque<UpstreamConnection> kept = idle.remove(retired);
            if (kept != null) {
                kept.forEach(UpstreamConnection::close);
            }
            retired.ended();
        });
    }

    private void assign(UpstreamConnection connection, ConnectionRequest request) {
        connection.instance().began();
        request.obtained(connection);
    }

    private @Nullable UpstreamConnection takeIdle(Instance instance) {
        Deque<UpstreamConnection> kept = idleAt(instance);
        for (UpstreamConnection last = kept.pollLast(); last != null; last = kept.pollLast()) {
            if (last.isFresh()) {
                return last;
            }
            last.close();
        }
        return null;
    }

    /** Makes room at the limit by closing a connection to an instance that isn't needed now. */
    private boolean closeOneIdle() {
        for (Deque<UpstreamConnection> kept : idle.values()) {
            UpstreamConnection oldest = kept.pollFirst();
            if (oldest != null) {
                oldest.close();
                return true;
            }
        }
        return false;
    }

    /**
     * Opens a connection.
     *
     * @param isPooled whether it counts towards the limits, and may be kept for further requests
     */
    private void connect(Instance instance, ConnectionRequest request, boolean isPooled) {
        instance.began();
        UpstreamConnection connection = new UpstreamConnection(this, instance, limits, isPooled);
        ChannelFuture connecting = bootstrap(connection).connect(instance.address());
        if (isPooled) {
            count(connection, connecting.channel());
        }
        connecting.addListener(done -> {
            if (done.isSuccess()) {
                connected(connection, request);
            } else {
                instance.connectFailed();
                instance.ended();
                connecting.channel().close();
                if (!request.isGone()) {
                    request.notObtained(Failure.CONNECT_FAILED, instance);
                }
            }
        });
    }

    private void count(UpstreamConnection connection, Channel channel) {
        open++;
        openInAllPools.incrementAndGet();
        channel.closeFuture()
                .addListener(_ -> {
                    open--;
                    openInAllPools.decrementAndGet();
                    forgetIdle(connection);
                    // Not from within the handler that closed it.
                    loop.execute(this::serveWaiting);
                });
    }

    private void connected(UpstreamConnection connection, ConnectionRequest request) {
        connection.instance().connected();
        if (request.isGone()) {
            connection.release(true);
        } else {
            request.obtained(connection);
        }
    }

    private Bootstrap bootstrap(UpstreamConnection connection) {
        return new Bootstrap()
                .group(loop)
                .channel(channelType)
                .option(ChannelOption.TCP_NODELAY, true)
                .option(
                        ChannelOption.CONNECT_TIMEOUT_MILLIS,
                        Math.toIntExact(limits.connectTimeout().toMillis()))
                .handler(
                        new ChannelInitializer<>() {
                            @Override
                            protected void initChannel(Channel channel) {
                                channel.pipeline()
                                        .addLast(
                                                "codec",
                                                new HttpClientCodec(RESPONSES, false, false))
                                        .addLast("upstream", connection);
                            }
                        });
    }

    /** A connection was closed, so a waiting request may open another. */
    private void serveWaiting() {
        while (open < limits.connections()) {
            Waiting next = nextWaiting(null);
            if (next == null) {
                return;
            }
            seek(next.request(), next.need());
        }
    }

    /** The next request that a connection to this instance is good for; null for any instance. */
    private @Nullable Waiting nextWaiting(@Nullable Instance instance) {
        Iterator<Waiting> queued = waiting.iterator();
        while (queued.hasNext()) {
            Waiting next = queued.next();
            if (next.request().isGone()) {
                queued.remove();
            } else if (instance == null || next.need().isMetBy(instance)) {
                queued.remove();
                return next;
            }
        }
        return null;
    }

    private void forgetIdle(UpstreamConnection connection) {
        Deque<UpstreamConnection> kept = idle.get(connection.instance());
        if (kept != null) {
            kept.remove(connection);
        }
    }

    private Deque<UpstreamConnection> idleAt(Instance instance) {
        return idle.computeIfAbsent(instance, _ -> new ArrayDeque<>());
    }
}
