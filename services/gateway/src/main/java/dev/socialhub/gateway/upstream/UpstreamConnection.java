package dev.socialhub.gateway.upstream;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One connection to a service. While a request is running it belongs to that request's {@link
 * Listener}, otherwise to its pool. Everything happens on one event loop.
 */
public final class UpstreamConnection extends ChannelInboundHandlerAdapter {

    private final ConnectionPool pool;
    private final Instance instance;
    private final long readTimeoutNanos;
    private final long idleTimeoutNanos;
    private final boolean isPooled;

    private @Nullable ChannelHandlerContext context;
    private @Nullable Listener listener;
    private @Nullable ScheduledFuture<?> timeoutTask;
    private boolean responseIsInterim;
    private @Nullable HttpResponse switching;
    private boolean keepAlive = true;
    private boolean reused;
    private long lastProgressNanos = System.nanoTime();

    UpstreamConnection(
            ConnectionPool pool, Instance instance, PoolLimits limits, boolean isPooled) {
        this.pool = pool;
        this.instance = instance;
        this.readTimeoutNanos = limits.readTimeout().toNanos();
        this.idleTimeoutNanos = limits.idleTimeout().toNanos();
        this.isPooled = isPooled;
    }

    /**
     * Receives the answer. After {@link #lost()} or {@link #timedOut()}, it is not called again.
     */
    public interface Listener {

        /** An informational answer, such as 100; the real one is still to come. */
        void interim(HttpResponse head);

        /** The service has switched protocols; the connection is taken over, or released. */
        void switched(HttpResponse head);

        void head(HttpResponse head);

        /** A part of the body; the listener releases it. */
        void body(HttpContent part);

        /** The end of the answer; the listener hands the connection back. */
        void end(LastHttpContent last);

        /** Nothing more to read for now: a good moment to flush. */
        void pause();

        /** Enough of the written data has drained to write more. */
        void writable();

        /** The connection broke before the end of the answer. */
        void lost();

        /** The service was silent for too long. */
        void timedOut();

        /** Whether the caller causes the service's silence: it sends or reads too slowly. */
        boolean waitsForCaller();
    }

    public Instance instance() {
        return instance;
    }

    /** Whether an earlier request has used this connection already. */
    public boolean isReused() {
        return reused;
    }

    /** Assigns the connection to a request. */
    public void attach(Listener newListener) {
        listener = newListener;
        responseIsInterim = false;
        switching = null;
        progressed();
    }

    public ChannelFuture writeHead(HttpRequest head) {
        progressed();
        return channel().write(head);
    }

    public void write(HttpContent part) {
        progressed();
        channel().write(part, channel().voidPromise());
    }

    public void flush() {
        channel().flush();
    }

    public boolean isWritable() {
        return channel().isWritable();
    }

    /** Stops or resumes reading the answer, according to how fast the caller reads it. */
    public void setReading(boolean reading) {
        channel().config().setAutoRead(reading);
    }

    /**
     * Ends the request's use of this connection.
     *
     * @param clean whether both the request and the answer are complete
     */
    public void release(boolean clean) {
        listener = null;
        reused = true;
        progressed();
        if (!channel().config().isAutoRead()) {
            channel().config().setAutoRead(true);
        }
        pool.released(this, isPooled && clean && keepAlive && channel().isActive());
    }

    /**
     * Gives the channel away: its bytes pass this handler unparsed, beginning with those that came
     * along with the service's answer. The instance counts it as a request until it is closed.
     */
    public void takeOver(ChannelHandler byOther) {
        listener = null;
        if (timeoutTask != null) {
            timeoutTask.cancel(false);
        }
        Instance counted = instance;
        channel().closeFuture().addListener(_ -> counted.ended());
        ChannelPipeline pipeline = channel().pipeline();
        pipeline.replace(this, "splice", byOther);
        // Last: the codec passes on what it has read beyond the answer.
        pipeline.remove(HttpClientCodec.class);
    }

    boolean isFresh() {
        return channel().isActive() && System.nanoTime() - lastProgressNanos < idleTimeoutNanos;
    }

    void close() {
        channel().close();
    }

    Channel channel() {
        if (context == null) {
            throw new IllegalStateException("not in a pipeline yet");
        }
        return context.channel();
    }

    @Override
    public void handlerAdded(ChannelHandlerContext added) {
        context = added;
    }

    @Override
    public void channelActive(ChannelHandlerContext active) {
        checkTimeout();
        active.fireChannelActive();
    }

    @Override
    public void channelRead(ChannelHandlerContext reading, Object message) {
        progressed();
        Listener current = listener;
        if (current == null || !(message instanceof HttpObject part)) {
            // No request is waiting: the next one must not take this message for its answer.
            ReferenceCountUtil.release(message);
            reading.close();
        } else if (part.decoderResult().isFailure()) {
            ReferenceCountUtil.release(part);
            reading.close();
        } else if (part instanceof HttpResponse head) {
            readHead(current, head);
        } else if (switching != null) {
            ReferenceCountUtil.release(part);
            HttpResponse head = switching;
            switching = null;
            current.switched(head);
        } else if (responseIsInterim) {
            // An interim answer has no body, but the codec still ends it.
            ReferenceCountUtil.release(part);
        } else if (part instanceof LastHttpContent last) {
            current.end(last);
        } else if (part instanceof HttpContent content) {
            current.body(content);
        }
    }

    private void readHead(Listener current, HttpResponse head) {
        responseIsInterim = head.status().codeClass() == HttpStatusClass.INFORMATIONAL;
        if (head.status().equals(HttpResponseStatus.SWITCHING_PROTOCOLS)) {
            // Its end is still in the codec.
            switching = head;
        } else if (responseIsInterim) {
            current.interim(head);
        } else {
            keepAlive = HttpUtil.isKeepAlive(head);
            current.head(head);
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext reading) {
        if (listener != null) {
            listener.pause();
        }
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext changed) {
        progressed();
        if (listener != null && changed.channel().isWritable()) {
            listener.writable();
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext closed) {
        if (timeoutTask != null) {
            timeoutTask.cancel(false);
        }
        Listener previous = listener;
        listener = null;
        if (previous != null) {
            previous.lost();
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext failed, Throwable cause) {
        // A reset or a malformed answer; closing notifies the listener, which answers the caller.
        failed.close();
    }

    private void progressed() {
        lastProgressNanos = System.nanoTime();
    }

    /**
     * One task per connection that reschedules itself, rather than one per request: under load it
     * runs once in many thousand requests.
     */
    private void checkTimeout() {
        if (!channel().isActive()) {
            return;
        }
        if (listener != null && listener.waitsForCaller()) {
            progressed();
        }
        long limit = listener == null ? idleTimeoutNanos : readTimeoutNanos;
        long left = limit - (System.nanoTime() - lastProgressNanos);
        if (left > 0) {
            long soonest = Math.min(left, Math.min(readTimeoutNanos, idleTimeoutNanos));
            timeoutTask =
                    channel()
                            .eventLoop()
                            .schedule(this::checkTimeout, soonest, TimeUnit.NANOSECONDS);
            return;
        }
        Listener waiting = listener;
        listener = null;
        channel().close();
        if (waiting != null) {
            waiting.timedOut();
        }
    }
}
