package dev.socialhub.chat.socket;

import dev.socialhub.chat.metrics.SocketMetrics;
import dev.socialhub.chat.metrics.SocketMetrics.Refusal;
import dev.socialhub.chat.recovery.RecoveryConfiguration;
import dev.socialhub.chat.socketio.SocketPacket;
import dev.socialhub.chat.transport.Connection;
import dev.socialhub.chat.transport.Handshake;
import dev.socialhub.chat.transport.Receiver;
import dev.socialhub.chat.transport.ReceiverFactory;
import dev.socialhub.shared.problem.ProblemException;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** What the connections of Socket.IO share: their namespaces, and how clients get into them. */
@Singleton
final class SocketServer implements ReceiverFactory {

    private final NamespaceScopes scopes;
    private final ConnectSocket connect;
    private final Dispatch dispatch;
    private final RecoveryConfiguration recovery;
    private final SocketMetrics metrics;

    SocketServer(
            NamespaceScopes scopes,
            ConnectSocket connect,
            Dispatch dispatch,
            RecoveryConfiguration recovery,
            SocketMetrics metrics) {
        this.scopes = scopes;
        this.connect = connect;
        this.dispatch = dispatch;
        this.recovery = recovery;
        this.metrics = metrics;
    }

    @Override
    public Receiver receiver(Connection connection, Handshake handshake) {
        return new SocketIoReceiver(connection, handshake, this);
    }

    /** Answers a client that wants to connect to a namespace; null if it is refused. */
    @Nullable NamespaceSocket connect(
            Connection connection, SocketPacket packet, Handshake handshake) {
        String name = packet.namespace();
        NamespaceScope scope = scopes.find(name);
        if (scope == null) {
            metrics.refused(Refusal.NAMESPACE);
            connect.refuse(connection, name, "invalid-namespace", "Invalid namespace");
            return null;
        }
        try {
            return connect.connect(connection, scope, connect.request(packet.json(), handshake));
        } catch (ProblemException e) {
            EventError error = EventError.of(e);
            connect.refuse(connection, name, error.code(), error.message());
            return null;
        }
    }

    Dispatch dispatch() {
        return dispatch;
    }

    void countMalformed() {
        metrics.malformed();
    }

    /** How often the record of a socket is written, at least. */
    long refreshMillis() {
        return recovery.refresh().toMillis();
    }
}
