package dev.socialhub.gateway.stream;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.util.ReferenceCountUtil;
import org.jspecify.annotations.Nullable;

/**
 * One of a splice's two connections: what arrives here is written to the other one, no faster than
 * that one sends it.
 */
final class SpliceSide extends ChannelDuplexHandler {

    private final Splice splice;
    private @Nullable ChannelHandlerContext context;
    private long receivedBytes;

    SpliceSide(Splice splice) {
        this.splice = splice;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext added) {
        context = added;
    }

    @Override
    public void channelRead(ChannelHandlerContext reading, Object message) {
        if (message instanceof ByteBuf bytes) {
            receivedBytes += bytes.readableBytes();
            splice.other(this).write(bytes);
        } else {
            ReferenceCountUtil.release(message);
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext reading) {
        splice.progressed();
        splice.other(this).flush();
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext changed) {
        splice.progressed();
        splice.other(this).setReading(changed.channel().isWritable());
    }

    @Override
    public void channelInactive(ChannelHandlerContext closed) {
        splice.lost(this);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext failed, Throwable cause) {
        // A reset, or a write to a closed connection; closing ends the other side as well.
        failed.close();
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext triggered, Object event) {
        // The splice has limits of its own.
    }

    /** Micronaut closes all connections at once when it shuts down; splices are closed in turn. */
    @Override
    public void close(ChannelHandlerContext closing, ChannelPromise promise) {
        closing.channel().closeFuture().addListener(_ -> promise.trySuccess());
    }

    long receivedBytes() {
        return receivedBytes;
    }

    boolean isWritable() {
        return context().channel().isWritable();
    }

    boolean isOpen() {
        return context().channel().isOpen();
    }

    void setReading(boolean reading) {
        context().channel().config().setAutoRead(reading);
    }

    private void write(ByteBuf bytes) {
        context().write(bytes, context().voidPromise());
    }

    private void flush() {
        context().flush();
    }

    /** Closes the connection once everything is sent that was received for it. */
    void closeAfterwards() {
        ChannelHandlerContext closing = context();
        closing.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(_ -> closing.close());
    }

    void closeNow() {
        context().close();
    }

    private ChannelHandlerContext context() {
        if (context == null) {
            throw new IllegalStateException("not in a pipeline yet");
        }
        return context;
    }
}
