package dev.socialhub.chat.transport;

import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.CompositeByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.ContinuationWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.handler.timeout.IdleStateHandler;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Reads the frames of a WebSocket in place of the framework's handler, which makes no difference
 * between text and binary messages, joins fragments without a limit and doesn't answer a close.
 */
final class FrameReader extends SimpleChannelInboundHandler<WebSocketFrame> {

    private final FrameListener listener;
    private @Nullable CompositeByteBuf fragments;
    private boolean isText;
    private boolean closed;

    private FrameReader(FrameListener listener) {
        this.listener = listener;
    }

    /**
     * From now on the listener gets what the channel receives. The framework's timer for idle
     * connections is removed: pings find out more.
     */
    static void install(Channel channel, FrameListener listener) {
        ChannelPipeline pipeline = channel.pipeline();
        if (pipeline.get(IdleStateHandler.class) != null) {
            pipeline.remove(IdleStateHandler.class);
        }
        pipeline.addAfter("wsdecoder", "socket-frames", new FrameReader(listener));
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, WebSocketFrame frame) {
        if (closed) {
            return;
        }
        switch (frame) {
            case TextWebSocketFrame _ -> begin(context, frame, true);
            case BinaryWebSocketFrame _ -> begin(context, frame, false);
            case ContinuationWebSocketFrame _ -> add(context, frame);
            case PingWebSocketFrame ping -> {
                var _ = context.writeAndFlush(new PongWebSocketFrame(ping.content().retain()));
            }
            case PongWebSocketFrame _ -> listener.pong();
            case CloseWebSocketFrame close -> {
                var _ =
                        context.writeAndFlush(close.retainedDuplicate())
                                .addListener(ChannelFutureListener.CLOSE);
                close(EndReason.CLIENT);
            }
            default -> close(EndReason.PROTOCOL);
        }
    }

    private void begin(ChannelHandlerContext context, WebSocketFrame frame, boolean text) {
        isText = text;
        if (frame.isFinalFragment()) {
            deliver(ByteBufUtil.getBytes(frame.content()));
        } else {
            add(context, frame);
        }
    }

    private void add(ChannelHandlerContext context, WebSocketFrame frame) {
        CompositeByteBuf whole = fragments;
        if (whole == null) {
            whole = context.alloc().compositeBuffer(Integer.MAX_VALUE);
            fragments = whole;
        }
        if (whole.readableBytes() + frame.content().readableBytes()
                > TransportConfiguration.MAX_PAYLOAD) {
            close(EndReason.TOO_LARGE);
            return;
        }
        whole.addComponent(true, frame.content().retain());
        if (frame.isFinalFragment()) {
            byte[] message = ByteBufUtil.getBytes(whole);
            release();
            deliver(message);
        }
    }

    private void deliver(byte[] message) {
        if (!isText) {
            listener.binary(message);
            return;
        }
        String text;
        try {
            text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(message)).toString();
        } catch (CharacterCodingException e) {
            close(EndReason.NOT_UTF8);
            return;
        }
        listener.text(text);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        close(EndReason.BROKEN);
        context.fireChannelInactive();
    }

    /** The decoder closes the channel itself, with the status that the protocol has for it. */
    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        close(
                cause.getCause() instanceof TooLongFrameException
                                || cause instanceof TooLongFrameException
                        ? EndReason.TOO_LARGE
                        : EndReason.BROKEN);
        if (context.channel().isActive()
                && !(cause instanceof io.netty.handler.codec.CorruptedFrameException)) {
            var _ = context.close();
        }
    }

    private void close(EndReason reason) {
        if (!closed) {
            closed = true;
            release();
            listener.closed(reason);
        }
    }

    private void release() {
        if (fragments != null) {
            fragments.release();
            fragments = null;
        }
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        close(EndReason.BROKEN);
    }
}
