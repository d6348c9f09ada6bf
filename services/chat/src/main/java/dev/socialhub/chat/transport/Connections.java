package dev.socialhub.chat.transport;

import dev.socialhub.chat.metrics.SocketMetrics;
import dev.socialhub.chat.metrics.SocketMetrics.Refusal;
import io.micronaut.runtime.graceful.GracefulShutdownCapable;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All connections of this instance. One sweep a second looks after pings and timeouts, since three
 * timers for each connection would cost more than the connection.
 */
@Singleton
public class Connections implements GracefulShutdownCapable {

    private static final Logger LOG = LoggerFactory.getLogger(Connections.class);
    private static final int MAX_QUEUED_BYTES = TransportConfiguration.MAX_PAYLOAD;

    private final TransportConfiguration settings;
    private final NodeId node;
    private final ExecutorService executor;
    private final Clock clock;
    private final SocketMetrics metrics;
    private final Map<String, Connection> open = new ConcurrentHashMap<>();
    private volatile boolean stopping;

    Connections(
            TransportConfiguration settings,
            NodeId node,
            @Named(TaskExecutors.BLOCKING) ExecutorService executor,
            Clock clock,
            SocketMetrics metrics) {
        this.settings = settings;
        this.node = node;
        this.executor = executor;
        this.clock = clock;
        this.metrics = metrics;
    }

    /** A new session id; it begins with the id of this instance. */
    public String newId() {
        return node.newSessionId();
    }

    public TransportConfiguration settings() {
        return settings;
    }

    long now() {
        return clock.millis();
    }

    SerialQueue queue(SerialQueue.Pressure pressure) {
        return new SerialQueue(executor, settings.maxQueued(), MAX_QUEUED_BYTES, pressure);
    }

    /** Whether another connection may be opened; a refusal is counted. */
    public boolean hasRoom() {
        boolean hasRoom = !stopping && open.size() < settings.maxConnections();
        if (!hasRoom) {
            metrics.refused(Refusal.LIMIT);
        }
        return hasRoom;
    }

    /** From here on the connection is looked after. */
    public void add(Connection connection, Receiver receiver) {
        connection.receiver(receiver);
        open.put(connection.id(), connection);
        metrics.opened(connection.transport());
    }

    @Nullable Connection find(String id) {
        return open.get(id);
    }

    Collection<Connection> all() {
        return List.copyOf(open.values());
    }

    void remove(Connection connection, EndReason reason) {
        if (open.remove(connection.id(), connection)) {
            metrics.closed(connection.transport());
            LOG.debug("A connection over {} ended: {}", connection.transport(), reason);
            switch (reason) {
                case NOT_LET_IN -> metrics.refused(Refusal.TIMEOUT);
                case SLOW_READER -> metrics.slowReader();
                default -> {}
            }
        }
    }

    void upgraded(Connection connection, Runnable change) {
        metrics.closed(connection.transport());
        change.run();
        metrics.opened(connection.transport());
        metrics.upgraded();
    }

    @Scheduled(fixedDelay = "1s")
    void sweep() {
        long now = now();
        for (Connection connection : open.values()) {
            try {
                connection.check(now, settings);
            } catch (RuntimeException e) {
                // One connection's fault must not keep the others from being looked after.
                LOG.error("A connection could not be checked", e);
                connection.end(EndReason.FAILED);
            }
        }
    }

    /**
     * Closes the connections one after the other, so that their clients don't all come back to the
     * other instances at the same moment.
     */
    @Override
    public CompletionStage<?> shutdownGracefully() {
        stopping = true;
        List<Connection> left = List.copyOf(all());
        List<CompletableFuture<?>> ends = new ArrayList<>();
        for (int i = 0; i < left.size(); i++) {
            Connection connection = left.get(i);
            long delay = settings.drain().toMillis() * i / left.size();
            ends.add(
                    CompletableFuture.runAsync(
                            () -> connection.end(EndReason.SHUTDOWN),
                            CompletableFuture.delayedExecutor(
                                    delay, TimeUnit.MILLISECONDS, executor)));
        }
        return CompletableFuture.allOf(ends.toArray(CompletableFuture[]::new));
    }
}
