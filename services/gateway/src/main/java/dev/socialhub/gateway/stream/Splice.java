package dev.socialhub.gateway.stream;

import dev.socialhub.gateway.telemetry.RequestTrace;
import dev.socialhub.gateway.telemetry.SpliceEnd;
import dev.socialhub.gateway.upstream.Instance;
import io.netty.channel.ChannelHandler;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A WebSocket: a client's and a service's connection, over which bytes pass both ways unparsed. If
 * one of them ends, so does the other. Everything happens on one event loop.
 */
public final class Splice {

    /** How long the last bytes may take to reach a side that reads slowly. */
    private static final long LINGER_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final LoopSplices loop;
    private final Instance instance;
    private final RequestTrace trace;
    private final StreamPlace place;
    private final SpliceSide client = new SpliceSide(this);
    private final SpliceSide service = new SpliceSide(this);
    private final long openedNanos = System.nanoTime();

    private long progressNanos = openedNanos;
    private long reportedFromClient;
    private long reportedFromService;
    private @Nullable SpliceEnd end;
    private long dueNanos;
    private @Nullable SpliceEnd dueEnd;

    Splice(LoopSplices loop, Instance instance, RequestTrace trace, StreamPlace place) {
        this.loop = loop;
        this.instance = instance;
        this.trace = trace;
        this.place = place;
    }

    /** The handler for the client's connection. */
    public ChannelHandler clientSide() {
        return client;
    }

    /** The handler for the service's connection. */
    public ChannelHandler serviceSide() {
        return service;
    }

    /** Both handlers are in their pipelines. */
    public void start() {
        client.setReading(service.isWritable());
        service.setReading(client.isWritable());
    }

    SpliceSide other(SpliceSide side) {
        return side == client ? service : client;
    }

    void progressed() {
        progressNanos = System.nanoTime();
    }

    /** One of the connections has ended. */
    void lost(SpliceSide side) {
        end(side == client ? SpliceEnd.CLIENT : SpliceEnd.SERVICE);
        if (!client.isOpen() && !service.isOpen()) {
            loop.remove(this);
        }
    }

    /** Closes it because the client doesn't keep to the protocol. */
    public void closeNow() {
        end(SpliceEnd.CLIENT);
    }

    private void end(SpliceEnd why) {
        if (end != null) {
            return;
        }
        end = why;
        progressed();
        client.closeAfterwards();
        service.closeAfterwards();
        place.free();
        loop.ended(this, why);
    }

    /** Closes it at this time, by the clock of {@code System.nanoTime}, unless it ends before. */
    void closeAt(long nanos, SpliceEnd why) {
        if (dueEnd == null) {
            dueNanos = nanos;
            dueEnd = why;
        }
    }

    boolean isInstanceLeaving() {
        return instance.isRetired();
    }

    /** Closes it if its time has come. */
    void check(long nowNanos, long idleNanos, long maxAgeNanos) {
        if (end != null) {
            if (nowNanos - progressNanos > LINGER_NANOS) {
                client.closeNow();
                service.closeNow();
            }
        } else if (dueEnd != null && nowNanos - dueNanos >= 0) {
            end(dueEnd);
        } else if (nowNanos - progressNanos >= idleNanos) {
            end(SpliceEnd.IDLE);
        } else if (nowNanos - openedNanos >= maxAgeNanos) {
            end(SpliceEnd.EXPIRED);
        }
    }

    RequestTrace trace() {
        return trace;
    }

    long fromClient() {
        return client.receivedBytes();
    }

    long fromService() {
        return service.receivedBytes();
    }

    /** Bytes from the client since the last call. */
    long newFromClient() {
        long before = reportedFromClient;
        reportedFromClient = client.receivedBytes();
        return reportedFromClient - before;
    }

    /** Bytes from the service since the last call. */
    long newFromService() {
        long before = reportedFromService;
        reportedFromService = service.receivedBytes();
        return reportedFromService - before;
    }
}
