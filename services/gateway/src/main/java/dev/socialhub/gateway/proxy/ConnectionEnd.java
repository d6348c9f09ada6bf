package dev.socialhub.gateway.proxy;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.socket.DuplexChannel;
import io.netty.util.concurrent.ScheduledFuture;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** How a caller's connection ends. */
final class ConnectionEnd {

    private ConnectionEnd() {}

    /** Closes it once the last message is written. */
    static void closeAfter(ChannelHandlerContext context, Object last) {
        context.writeAndFlush(last).addListener(_ -> context.close());
    }

    /**
     * Writes the last message and shuts down the output, but still reads: closing with unread data
     * would reset the connection, and the caller might never see the answer.
     */
    static void lingerAfter(ChannelHandlerContext context, Object last, Duration time) {
        context.writeAndFlush(last)
                .addListener(_ -> {
                    if (context.channel() instanceof DuplexChannel duplex) {
                        duplex.shutdownOutput();
                    }
                });
        linger(context, time);
    }

    /** Reads for a while before it is closed. */
    static void linger(ChannelHandlerContext context, Duration time) {
        Channel channel = context.channel();
        ScheduledFuture<?> closeTask =
                channel.eventLoop()
                        .schedule(() -> context.close(), time.toMillis(), TimeUnit.MILLISECONDS);
        channel.closeFuture().addListener(_ -> closeTask.cancel(false));
        context.read();
    }
}
