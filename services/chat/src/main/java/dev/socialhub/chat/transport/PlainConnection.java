package dev.socialhub.chat.transport;

import dev.socialhub.chat.metrics.SocketMetrics.Transport;
import io.micronaut.http.HttpRequest;
import io.netty.channel.Channel;

/** A WebSocket without Engine.IO: each message is one of the client's protocol. */
public final class PlainConnection extends Connection {

    private final Connections connections;
    private final Channel channel;
    private final WebSocketLink link;

    private PlainConnection(Channel channel, Connections connections) {
        super(connections.newId(), channel.eventLoop(), connections);
        this.connections = connections;
        this.channel = channel;
        this.link = new WebSocketLink(channel, connections.settings().maxPending());
    }

    /** The connection that this handshake has opened. */
    public static PlainConnection of(HttpRequest<?> request, Connections connections) {
        return new PlainConnection(HandshakeChannel.of(request), connections);
    }

    /** From now on the receiver gets what the client sends. */
    public void begin(Receiver receiver) {
        connections.add(this, receiver);
        FrameReader.install(channel, new Frames(this));
    }

    @Override
    Transport transport() {
        return Transport.PLAIN;
    }

    @Override
    public void write(byte[] body, byte[] suffix) {
        if (!link.write(body, suffix)) {
            end(EndReason.SLOW_READER);
        }
    }

    @Override
    public void write(SharedMessage message) {
        if (!link.write(message)) {
            end(EndReason.SLOW_READER);
        }
    }

    @Override
    public void expect(int bytes) {
        link.expect(bytes);
    }

    @Override
    protected void ping() {
        link.ping();
    }

    @Override
    protected void setReading(boolean reading) {
        link.setReading(reading);
    }

    @Override
    protected void closeTransport(EndReason reason) {
        if (reason == EndReason.SLOW_READER) {
            link.cut();
        } else {
            link.close(reason.status());
        }
    }

    private record Frames(PlainConnection connection) implements FrameListener {

        @Override
        public void text(String message) {
            connection.seen();
            connection.received(message);
        }

        @Override
        public void binary(byte[] message) {
            connection.seen();
            connection.received(message);
        }

        @Override
        public void pong() {
            connection.seen();
        }

        @Override
        public void closed(EndReason reason) {
            connection.end(reason);
        }
    }
}
