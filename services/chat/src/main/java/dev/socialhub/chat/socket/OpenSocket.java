package dev.socialhub.chat.socket;

import dev.socialhub.chat.socketio.EventCall;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A socket while its connection is open: its events, its record, the end of its token. */
final class OpenSocket {

    private final NamespaceSocket socket;
    private final SocketServer server;
    private volatile long savedAt;

    OpenSocket(NamespaceSocket socket, SocketServer server) {
        this.socket = socket;
        this.server = server;
    }

    NamespaceSocket socket() {
        return socket;
    }

    void handle(EventCall call, @Nullable Long ackId) {
        String argument = call.arguments().isEmpty() ? null : call.arguments().getFirst();
        if (socket.scope().namespace().isMain()) {
            server.dispatch().handle(socket, call.name(), argument, ackId);
        } else {
            server.dispatch().refuseUnknown(socket, ackId);
        }
        if (socket.takeChanged()) {
            sessions().save(socket);
        }
    }

    void malformed(@Nullable Long ackId, String message) {
        server.dispatch().refuseMalformed(socket, ackId, message);
    }

    private SocketSessions sessions() {
        return socket.scope().sessions();
    }

    /** Looks for what is overdue; true if the socket is over. */
    boolean isOver(long nowMillis) {
        if (!socket.isOver() && socket.isExpired(Instant.ofEpochMilli(nowMillis))) {
            server.dispatch().refuseExpired(socket);
            socket.disconnect("expired");
        }
        boolean isDue = nowMillis - savedAt >= server.refreshMillis();
        if (!socket.isOver() && (socket.takeChanged() || isDue)) {
            savedAt = nowMillis;
            sessions().save(socket);
        }
        return socket.isOver();
    }

    /** The client has left. */
    void forget() {
        sessions().forget(socket);
        socket.close();
    }

    /** The connection is over. */
    void leave() {
        sessions().leave(socket);
        if (socket.end()) {
            socket.scope().tellDisconnected(socket);
        }
    }
}
