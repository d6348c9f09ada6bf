package dev.socialhub.chat.transport;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;

/** Writes to a client over its WebSocket. Used on the event loop of the connection alone. */
final class WebSocketLink {

    private final Channel channel;
    private final int maxPending;

    /** The largest message among those that may still be pending: a long history is no fault. */
    private int largest;

    WebSocketLink(Channel channel, int maxPending) {
        this.channel = channel;
        this.maxPending = maxPending;
    }

    boolean isOn(Channel other) {
        return channel.equals(other);
    }

    /**
     * Sends body and suffix as one message.
     *
     * @return false if too much is pending; the message is not sent then
     */
    boolean write(byte[] body, byte[] suffix) {
        return hasRoom(body.length + suffix.length)
                && write(TextFrame.write(channel.alloc(), body, suffix));
    }

    boolean write(SharedMessage message) {
        return hasRoom(message.text().length) && write(message.frame());
    }

    private boolean write(ByteBuf frame) {
        var _ = channel.writeAndFlush(frame, channel.voidPromise());
        return true;
    }

    /** So many bytes may be pending besides, until nothing is. */
    void expect(int bytes) {
        largest = Math.max(largest, bytes);
    }

    private boolean hasRoom(int size) {
        ChannelOutboundBuffer buffer = channel.unsafe().outboundBuffer();
        long pending = buffer == null ? 0 : buffer.totalPendingWriteBytes();
        if (pending == 0) {
            largest = 0;
        }
        boolean hasRoom = pending <= maxPending + largest;
        expect(size);
        return hasRoom;
    }

    /** A ping of WebSockets, for clients whose protocol has none of its own. */
    void ping() {
        var _ = channel.writeAndFlush(new PingWebSocketFrame(), channel.voidPromise());
    }

    void setReading(boolean reading) {
        channel.config().setAutoRead(reading);
    }

    void close(WebSocketCloseStatus status) {
        if (channel.isActive()) {
            var _ =
                    channel.writeAndFlush(new CloseWebSocketFrame(status))
                            .addListener(ChannelFutureListener.CLOSE);
        }
    }

    /** Without a farewell, which a client that doesn't read would not get. */
    void cut() {
        var _ = channel.close();
    }
}
