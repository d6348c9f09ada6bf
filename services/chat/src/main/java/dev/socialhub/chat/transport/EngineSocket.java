package dev.socialhub.chat.transport;

import io.micronaut.http.HttpRequest;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.websocket.CloseReason;
import io.micronaut.websocket.WebSocketSession;
import io.micronaut.websocket.annotation.OnMessage;
import io.micronaut.websocket.annotation.OnOpen;
import io.micronaut.websocket.annotation.ServerWebSocket;
import io.netty.channel.Channel;

/**
 * WebSockets of Engine.IO: new sessions, and those that change from polling. The token comes later,
 * inside the stream.
 */
@ServerWebSocket("/socket.io{/tail}")
@Secured(SecurityRule.IS_ANONYMOUS)
final class EngineSocket {

    private final Connections connections;
    private final ReceiverFactory receivers;

    EngineSocket(Connections connections, ReceiverFactory receivers) {
        this.connections = connections;
        this.receivers = receivers;
    }

    @OnOpen
    void open(WebSocketSession session, HttpRequest<?> request) {
        EngineQuery query = EngineQuery.of(request);
        if (query.refusal(EngineQuery.WEBSOCKET) != null) {
            session.close(CloseReason.POLICY_VIOLATION);
            return;
        }
        Channel channel = HandshakeChannel.of(request);
        String id = query.sessionId();
        if (id == null) {
            begin(session, request, channel);
        } else if (connections.find(id) instanceof EngineConnection known) {
            FrameReader.install(channel, new Frames(known, channel));
            known.offer(channel);
        } else {
            session.close(CloseReason.POLICY_VIOLATION);
        }
    }

    private void begin(WebSocketSession session, HttpRequest<?> request, Channel channel) {
        if (!connections.hasRoom()) {
            session.close(CloseReason.TRY_AGAIN_LATER);
            return;
        }
        EngineConnection made =
                new EngineConnection(connections.newId(), channel.eventLoop(), connections);
        made.begin(channel);
        connections.add(made, receivers.receiver(made, Handshake.of(request)));
        FrameReader.install(channel, new Frames(made, channel));
    }

    /** {@link FrameReader} takes the frames before they come here; the framework wants a method. */
    @OnMessage(maxPayloadLength = TransportConfiguration.MAX_PAYLOAD)
    void message(byte[] message, WebSocketSession session) {
        session.close(CloseReason.POLICY_VIOLATION);
    }

    private record Frames(EngineConnection connection, Channel channel) implements FrameListener {

        @Override
        public void text(String message) {
            connection.receive(channel, message);
        }

        @Override
        public void binary(byte[] message) {
            connection.receive(channel, message);
        }

        @Override
        public void pong() {}

        @Override
        public void closed(EndReason reason) {
            connection.lost(channel, reason);
        }
    }
}
