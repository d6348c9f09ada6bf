package dev.socialhub.chat.socket;

import dev.socialhub.chat.engineio.MalformedPacketException;
import dev.socialhub.chat.socketio.EventCall;
import dev.socialhub.chat.socketio.PacketDecoder;
import dev.socialhub.chat.socketio.SocketPacket;
import dev.socialhub.chat.transport.Connection;
import dev.socialhub.chat.transport.EndReason;
import dev.socialhub.chat.transport.Handshake;
import dev.socialhub.chat.transport.Receiver;
import dev.socialhub.chat.transport.TransportConfiguration;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Reads the Socket.IO packets of one connection, which carries a socket for each namespace. */
final class SocketIoReceiver implements Receiver {

    /** How long a connection stays open without a socket. */
    private static final Duration EMPTY_TIMEOUT = Duration.ofSeconds(10);

    private final Connection connection;
    private final Handshake handshake;
    private final SocketServer server;
    private final PacketDecoder decoder = new PacketDecoder(TransportConfiguration.MAX_PAYLOAD);
    private final Map<String, OpenSocket> sockets = new ConcurrentHashMap<>(2);
    private boolean wasLetIn;
    private long emptySince;

    SocketIoReceiver(Connection connection, Handshake handshake, SocketServer server) {
        this.connection = connection;
        this.handshake = handshake;
        this.server = server;
    }

    @Override
    public void text(String message) {
        try {
            take(decoder.text(message));
        } catch (MalformedPacketException e) {
            malformed(null, e);
        }
    }

    @Override
    public void binary(byte[] message) {
        try {
            take(decoder.binary(message));
        } catch (MalformedPacketException e) {
            malformed(null, e);
        }
    }

    private void take(@Nullable SocketPacket packet) throws MalformedPacketException {
        if (packet == null) {
            return;
        }
        switch (packet.type()) {
            case CONNECT -> connect(packet);
            case DISCONNECT -> disconnect(packet.namespace());
            case EVENT, BINARY_EVENT -> event(packet);
            // Nothing that is sent asks for an acknowledgement.
            case ACK, BINARY_ACK -> {}
            case CONNECT_ERROR -> throw new MalformedPacketException("unexpected type of packet");
        }
    }

    private void connect(SocketPacket packet) throws MalformedPacketException {
        OpenSocket known = sockets.get(packet.namespace());
        if (known != null && !known.socket().isOver()) {
            throw new MalformedPacketException("already connected");
        }
        NamespaceSocket socket = server.connect(connection, packet, handshake);
        if (socket != null) {
            sockets.put(packet.namespace(), new OpenSocket(socket, server));
            wasLetIn = true;
        }
    }

    private void disconnect(String namespace) {
        OpenSocket open = sockets.remove(namespace);
        if (open != null) {
            open.forget();
        }
    }

    private void event(SocketPacket packet) throws MalformedPacketException {
        OpenSocket open = sockets.get(packet.namespace());
        if (open == null) {
            // As the protocol has it: a client that isn't in a namespace has no event there.
            connection.end(EndReason.PROTOCOL);
            return;
        }
        EventCall call;
        try {
            call = EventCall.read(packet);
        } catch (MalformedPacketException e) {
            malformed(packet, e);
            return;
        }
        open.handle(call, packet.ackId());
    }

    private void malformed(@Nullable SocketPacket packet, MalformedPacketException e) {
        OpenSocket open =
                sockets.get(packet == null ? SocketPacket.MAIN_NAMESPACE : packet.namespace());
        server.countMalformed();
        if (open == null) {
            connection.end(EndReason.PROTOCOL);
        } else {
            open.malformed(packet == null ? null : packet.ackId(), String.valueOf(e.getMessage()));
        }
    }

    @Override
    public void ended() {
        sockets.values().forEach(OpenSocket::leave);
        sockets.clear();
    }

    @Override
    public void check(long nowMillis) {
        sockets.values().removeIf(open -> open.isOver(nowMillis));
        if (!sockets.isEmpty() || !wasLetIn) {
            emptySince = 0;
        } else if (emptySince == 0) {
            emptySince = nowMillis;
        } else if (nowMillis - emptySince > EMPTY_TIMEOUT.toMillis()) {
            connection.end(EndReason.NO_SOCKETS);
        }
    }
}
