package dev.socialhub.chat.plain;

import dev.socialhub.chat.socket.PlainSockets;
import dev.socialhub.chat.transport.Connections;
import dev.socialhub.chat.transport.Handshake;
import dev.socialhub.chat.transport.PlainConnection;
import dev.socialhub.chat.transport.TransportConfiguration;
import io.micronaut.http.HttpRequest;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.websocket.CloseReason;
import io.micronaut.websocket.WebSocketSession;
import io.micronaut.websocket.annotation.OnMessage;
import io.micronaut.websocket.annotation.OnOpen;
import io.micronaut.websocket.annotation.ServerWebSocket;

/**
 * WebSockets of clients that speak plain JSON. The token is in the request's {@code Authorization}
 * header or {@code token} parameter, or comes as the first event, {@code auth}.
 */
@ServerWebSocket("/ws")
@Secured(SecurityRule.IS_ANONYMOUS)
final class PlainSocket {

    private final Connections connections;
    private final PlainSockets sockets;

    PlainSocket(Connections connections, PlainSockets sockets) {
        this.connections = connections;
        this.sockets = sockets;
    }

    @OnOpen
    void open(WebSocketSession session, HttpRequest<?> request) {
        if (!connections.hasRoom()) {
            session.close(CloseReason.TRY_AGAIN_LATER);
            return;
        }
        PlainConnection connection = PlainConnection.of(request, connections);
        PlainReceiver receiver = new PlainReceiver(connection, sockets);
        connection.begin(receiver);
        receiver.begin(Handshake.of(request));
    }

    /** The frames don't come here; the framework wants a method. */
    @OnMessage(maxPayloadLength = TransportConfiguration.MAX_PAYLOAD)
    void message(byte[] message, WebSocketSession session) {
        session.close(CloseReason.POLICY_VIOLATION);
    }
}
