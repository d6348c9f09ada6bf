package dev.socialhub.gateway.proxy;

import dev.socialhub.gateway.admission.CallersTrace;
import dev.socialhub.gateway.admission.GatewayCaller;
import dev.socialhub.gateway.stream.Splice;
import dev.socialhub.gateway.stream.StreamPlace;
import dev.socialhub.gateway.telemetry.RequestTrace;
import dev.socialhub.gateway.upstream.UpstreamConnection;
import dev.socialhub.shared.web.RequestContext;
import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.timeout.IdleState;
import io.netty.handler.timeout.IdleStateEvent;
import io.netty.util.ReferenceCountUtil;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A caller's connection: one exchange at a time. Messages that the caller sends ahead are queued,
 * and nothing more is read meanwhile, so a connection never holds more than one read's worth.
 */
final class ClientConnection extends ChannelDuplexHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ClientConnection.class);

    private enum State {
        /** Between two requests. */
        IDLE,
        /** An exchange is running. */
        BUSY,
        /**
         * The last answer has been written; whatever the caller still sends is read and discarded.
         */
        ENDING
    }

    private final Gateway gateway;
    private final ConnectionDeadline headDeadline;
    private final ConnectionDeadline answerDeadline;
    private final Deque<Object> held = new ArrayDeque<>(2);

    private State state = State.IDLE;
    private long idleSinceNanos = System.nanoTime();
    private boolean takingHeld;
    private @Nullable Exchange exchange;
    private @Nullable GatewayCaller caller;
    private @Nullable ChannelHandlerContext context;

    ClientConnection(Gateway gateway) {
        this.gateway = gateway;
        this.headDeadline =
                new ConnectionDeadline(
                        gateway.settings().client().headTimeout().toNanos(),
                        () -> state == State.IDLE ? System.nanoTime() - idleSinceNanos : 0,
                        this::closeNow);
        this.answerDeadline =
                new ConnectionDeadline(
                        gateway.settings().overload().answerTimeout().toNanos(),
                        () -> exchange == null ? 0 : exchange.owedNanos(),
                        this::answerMissed);
    }

    // ---- from the caller

    @Override
    public void handlerAdded(ChannelHandlerContext added) {
        context = added;
        added.channel().config().setAutoRead(false);
    }

    @Override
    public void channelActive(ChannelHandlerContext active) {
        headDeadline.watch(active.channel());
        answerDeadline.watch(active.channel());
        active.read();
        active.fireChannelActive();
    }

    @Override
    public void channelRead(ChannelHandlerContext reading, Object message) {
        if (state == State.ENDING) {
            ReferenceCountUtil.release(message);
        } else if (!held.isEmpty() || (state == State.BUSY && message instanceof HttpRequest)) {
            held.addLast(message);
        } else {
            take(message);
        }
    }

    private void take(Object message) {
        if (message instanceof HttpRequest request) {
            begin(request);
        }
        // A request that could not be parsed also carries its own end.
        if (message instanceof HttpContent part) {
            if (exchange != null && state == State.BUSY) {
                exchange.receive(part);
            } else {
                part.release();
            }
        }
    }

    private void begin(HttpRequest request) {
        state = State.BUSY;
        String offered = request.headers().get(RequestContext.REQUEST_ID_HEADER);
        String requestId = RequestContext.safeRequestId(offered, UUID::randomUUID);
        RequestTrace trace =
                gateway.telemetry().begun(requestId, request, CallersTrace.take(request.headers()));
        exchange = new Exchange(this, gateway, request, trace);
        exchange.begin(caller());
    }

    private GatewayCaller caller() {
        if (caller == null) {
            InetSocketAddress peer = (InetSocketAddress) channel().remoteAddress();
            boolean isSecure = channel().pipeline().get(SslHandler.class) != null;
            caller = new GatewayCaller(peer.getAddress(), isSecure);
        }
        return caller;
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext reading) {
        // Not passed on: Micronaut's handlers behind this one have nothing to read.
        if (exchange != null) {
            exchange.flushToService();
        }
        readMore();
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext changed) {
        if (exchange != null) {
            exchange.callerWritable(changed.channel().isWritable());
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext closed) {
        headDeadline.cancel();
        answerDeadline.cancel();
        Exchange unfinished = state == State.BUSY ? exchange : null;
        state = State.ENDING;
        exchange = null;
        releaseHeld();
        if (unfinished != null) {
            unfinished.callerDisconnected();
        }
        closed.fireChannelInactive();
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext triggered, Object event) {
        // Not passed on: Micronaut would close a connection that waits for a slow service.
        if (event instanceof IdleStateEvent idle && idle.state() == IdleState.ALL_IDLE) {
            if (exchange == null) {
                closeNow();
            } else if (!exchange.waitsForService()) {
                exchange.callerStalled();
            }
        }
    }

    private void answerMissed() {
        if (exchange != null) {
            exchange.deadlinePassed();
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext failed, Throwable cause) {
        if (!(cause instanceof IOException)) {
            LOG.warn("A client connection failed and is closed", cause);
        }
        failed.close();
    }

    // ---- from Micronaut

    @Override
    public void read(ChannelHandlerContext reading) {
        // Micronaut's handlers request reads at their own times; here the exchange decides.
    }

    /** Micronaut closes idle connections when it shuts down, and considers all of these idle. */
    @Override
    public void close(ChannelHandlerContext closing, ChannelPromise promise) {
        if (exchange != null && state == State.BUSY) {
            exchange.closeAfterwards();
            closing.channel().closeFuture().addListener(_ -> promise.trySuccess());
        } else {
            closing.close(promise);
        }
    }

    // ---- from the exchange

    Channel channel() {
        return context().channel();
    }

    void readMore() {
        boolean wanted =
                switch (state) {
                    case IDLE, ENDING -> true;
                    case BUSY -> held.isEmpty() && exchange != null && exchange.wantsMore();
                };
        if (wanted) {
            context().read();
        }
    }

    void write(Object message) {
        context().write(message, context().voidPromise());
    }

    void writeAndFlush(Object message) {
        context().writeAndFlush(message, context().voidPromise());
    }

    void flush() {
        context().flush();
    }

    void closeNow() {
        context().close();
    }

    void writeAndClose(Object last) {
        end();
        ConnectionEnd.closeAfter(context(), last);
    }

    void writeAndLinger(Object last) {
        end();
        ConnectionEnd.lingerAfter(context(), last, gateway.settings().client().lingerTimeout());
    }

    void linger() {
        end();
        ConnectionEnd.linger(context(), gateway.settings().client().lingerTimeout());
    }

    /**
     * Switches to a WebSocket. A client that has sent anything else meanwhile doesn't keep to the
     * protocol: it is unknown how the service would read that.
     */
    void splice(
            HttpResponse answer,
            UpstreamConnection service,
            RequestTrace trace,
            StreamPlace place) {
        boolean isQuiet = held.isEmpty();
        ChannelHandlerContext own = context();
        headDeadline.cancel();
        answerDeadline.cancel();
        end();
        Splice splice =
                gateway.dispatch()
                        .splices()
                        .open(own.channel().eventLoop(), service.instance(), trace, place);
        SwitchProtocols.run(own, answer, service, splice);
        if (!isQuiet) {
            splice.closeNow();
        }
    }

    private void end() {
        state = State.ENDING;
        exchange = null;
        releaseHeld();
    }

    /** Both halves of the exchange are over: the next request may begin. */
    void exchangeEnded() {
        state = State.IDLE;
        exchange = null;
        idleSinceNanos = System.nanoTime();
        if (takingHeld) {
            // A loop further up the stack continues; recursion would grow with the number of
            // pipelined requests.
            return;
        }
        takingHeld = true;
        while (!held.isEmpty()
                && (state == State.IDLE || !(held.peekFirst() instanceof HttpRequest))) {
            take(held.pollFirst());
        }
        takingHeld = false;
    }

    private void releaseHeld() {
        for (Object message = held.pollFirst(); message != null; message = held.pollFirst()) {
            ReferenceCountUtil.release(message);
        }
    }

    private ChannelHandlerContext context() {
        if (context == null) {
            throw new IllegalStateException("not in a pipeline yet");
        }
        return context;
    }
}
