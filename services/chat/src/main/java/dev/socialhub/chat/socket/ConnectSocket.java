package dev.socialhub.chat.socket;

import dev.socialhub.chat.metrics.SocketMetrics;
import dev.socialhub.chat.recovery.Positions;
import dev.socialhub.chat.socketio.PacketEncoder;
import dev.socialhub.chat.transport.Connection;
import dev.socialhub.chat.transport.Handshake;
import dev.socialhub.shared.identity.VerifiedToken;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lets a client into a namespace: a socket that it continues, or a new one. */
@Singleton
final class ConnectSocket {

    private final Authenticate authenticate;
    private final RestoreSocket restore;
    private final PrivateIds privateIds;
    private final JsonText text;
    private final SocketMetrics metrics;

    ConnectSocket(
            Authenticate authenticate,
            RestoreSocket restore,
            PrivateIds privateIds,
            JsonText text,
            SocketMetrics metrics) {
        this.authenticate = authenticate;
        this.restore = restore;
        this.privateIds = privateIds;
        this.text = text;
        this.metrics = metrics;
    }

    /**
     * Connects a client of Socket.IO, and answers it.
     *
     * @throws dev.socialhub.shared.problem.ProblemException if its token isn't valid
     */
    NamespaceSocket connect(Connection connection, NamespaceScope scope, ConnectRequest request) {
        VerifiedToken token = authenticate.token(request.token());
        connection.letIn();
        Optional<NamespaceSocket> restored =
                scope.namespace().isMain()
                        ? restore.restore(connection, scope, token, request)
                        : Optional.empty();
        NamespaceSocket socket =
                restored.orElseGet(() ->
                        begin(
                                connection,
                                scope,
                                token,
                                scope.namespace().isMain() ? privateIds.next() : null));
        metrics.connected();
        return socket;
    }

    /**
     * What the client says when it connects.
     *
     * @param json the data of its packet; a client may also have given its token before
     */
    ConnectRequest request(String json, Handshake handshake) {
        ConnectRequest said = text.read(json, ConnectRequest.class).orElse(ConnectRequest.EMPTY);
        return said.token() != null
                ? said
                : new ConnectRequest(handshake.token(), said.pid(), said.offset());
    }

    void refuse(Connection connection, String namespace, String code, String message) {
        connection.send(
                PacketEncoder.connectError(
                        namespace, text.bytes(ConnectRefused.of(code, message))));
    }

    private NamespaceSocket begin(
            Connection connection,
            NamespaceScope scope,
            VerifiedToken token,
            @Nullable String privateId) {
        NamespaceSocket socket =
                new NamespaceSocket(
                        SocketIdentity.of(privateIds.next(), privateId, token),
                        connection,
                        scope,
                        new Positions());
        connection.send(
                PacketEncoder.connect(
                        scope.namespace().name(),
                        text.bytes(new ConnectAnswer(socket.id(), privateId))));
        scope.namespace().join(socket);
        scope.tellConnected(socket);
        scope.sessions().begin(socket);
        return socket;
    }

    /** Connects a client that speaks plain JSON; it is told by its own protocol. */
    NamespaceSocket connectPlain(
            Connection connection, NamespaceScope scope, ConnectRequest request) {
        VerifiedToken token = authenticate.token(request.token());
        connection.letIn();
        NamespaceSocket socket =
                new NamespaceSocket(
                        SocketIdentity.of(privateIds.next(), null, token),
                        connection,
                        scope,
                        new Positions());
        socket.emit(
                OutgoingEvent.of("connected", text.bytes(new ConnectAnswer(socket.id(), null))));
        scope.tellConnected(socket);
        metrics.connected();
        return socket;
    }
}
