package dev.socialhub.gateway.stream;

import dev.socialhub.gateway.GatewaySettings;
import dev.socialhub.gateway.telemetry.RequestTrace;
import dev.socialhub.gateway.telemetry.Telemetry;
import dev.socialhub.gateway.upstream.Instance;
import io.micronaut.runtime.graceful.GracefulShutdownCapable;
import io.netty.channel.EventLoop;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/** All splices. When the gateway shuts down, no more are opened, and these are closed in turn. */
@Singleton
public final class OpenSplices implements GracefulShutdownCapable {

    private final GatewaySettings.Streams settings;
    private final Telemetry telemetry;
    private final Map<EventLoop, LoopSplices> loops = new ConcurrentHashMap<>();
    private final CompletableFuture<Void> allClosed = new CompletableFuture<>();
    private volatile boolean isShuttingDown;

    OpenSplices(GatewaySettings settings, Telemetry telemetry) {
        this.settings = settings.streams();
        this.telemetry = telemetry;
    }

    /** Whether no more splices may be opened. */
    public boolean isShuttingDown() {
        return isShuttingDown;
    }

    /**
     * Records a splice whose handlers the caller then puts into their pipelines.
     *
     * @param loop that of both connections
     */
    public Splice open(EventLoop loop, Instance instance, RequestTrace trace, StreamPlace place) {
        return loops.computeIfAbsent(loop, this::ofLoop).open(instance, trace, place);
    }

    private LoopSplices ofLoop(EventLoop loop) {
        LoopSplices splices = new LoopSplices(loop, settings, telemetry, this::completeIfClosed);
        if (isShuttingDown) {
            splices.shutDown();
        }
        return splices;
    }

    @Override
    public CompletionStage<?> shutdownGracefully() {
        isShuttingDown = true;
        loops.values().forEach(LoopSplices::shutDown);
        completeIfClosed();
        return allClosed;
    }

    private void completeIfClosed() {
        if (isShuttingDown && telemetry.streams().open() == 0) {
            allClosed.complete(null);
        }
    }

    @Override
    public OptionalLong reportActiveTasks() {
        return OptionalLong.of(telemetry.streams().open());
    }
}
