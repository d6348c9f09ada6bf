package dev.socialhub.chat.socket;

import dev.socialhub.chat.metrics.SocketMetrics;
import dev.socialhub.chat.transport.Connection;
import dev.socialhub.shared.problem.ProblemException;
import jakarta.inject.Singleton;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Sockets of the main namespace for clients that don't speak Socket.IO. They have the same events
 * and groups; after a broken connection they begin anew.
 */
@Singleton
public final class PlainSockets {

    private final NamespaceScopes scopes;
    private final ConnectSocket connect;
    private final Dispatch dispatch;
    private final JsonText json;
    private final SocketMetrics metrics;

    PlainSockets(
            NamespaceScopes scopes,
            ConnectSocket connect,
            Dispatch dispatch,
            JsonText json,
            SocketMetrics metrics) {
        this.scopes = scopes;
        this.connect = connect;
        this.dispatch = dispatch;
        this.json = json;
        this.metrics = metrics;
    }

    /**
     * Lets a client in; it is told by the event {@code connected}.
     *
     * @throws ProblemException if the token isn't valid
     */
    public NamespaceSocket connect(
            Connection connection, Encoding encoding, @Nullable String token) {
        return connect.connectPlain(
                connection, scopes.main(encoding), new ConnectRequest(token, null, null));
    }

    /** The token in the data of an event, or null. */
    public @Nullable String token(@Nullable String data) {
        return data == null
                ? null
                : json.read(data, ConnectRequest.class).map(ConnectRequest::token).orElse(null);
    }

    /** The argument of {@code error}. */
    public byte[] error(ProblemException problem) {
        return json.bytes(EventError.of(problem));
    }

    public void handle(
            NamespaceSocket socket, String event, @Nullable String data, @Nullable Long ack) {
        dispatch.handle(socket, event, data, ack);
    }

    public void malformed(NamespaceSocket socket) {
        metrics.malformed();
        dispatch.refuseMalformed(socket, null, "not a message of the form {\"event\":\"…\",…}");
    }

    /** Whether the socket is over, or its token has expired. */
    public boolean isOver(NamespaceSocket socket, long nowMillis) {
        if (!socket.isOver() && socket.isExpired(Instant.ofEpochMilli(nowMillis))) {
            dispatch.refuseExpired(socket);
            socket.disconnect("expired");
        }
        return socket.isOver();
    }

    /** The connection is over. */
    public void left(NamespaceSocket socket) {
        if (socket.end()) {
            socket.scope().tellDisconnected(socket);
        }
    }
}
