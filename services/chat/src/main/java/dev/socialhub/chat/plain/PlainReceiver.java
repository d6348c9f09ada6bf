package dev.socialhub.chat.plain;

import dev.socialhub.chat.socket.Encoding;
import dev.socialhub.chat.socket.NamespaceSocket;
import dev.socialhub.chat.socket.PlainSockets;
import dev.socialhub.chat.transport.Connection;
import dev.socialhub.chat.transport.EndReason;
import dev.socialhub.chat.transport.Handshake;
import dev.socialhub.chat.transport.Receiver;
import dev.socialhub.shared.problem.ProblemException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the messages of one connection, which is one socket of the main namespace. */
final class PlainReceiver implements Receiver {

    private static final Encoding ENCODING = new PlainEncoding();
    private static final String AUTH = "auth";

    private final Connection connection;
    private final PlainSockets sockets;
    private volatile @Nullable NamespaceSocket socket;

    PlainReceiver(Connection connection, PlainSockets sockets) {
        this.connection = connection;
        this.sockets = sockets;
    }

    /** Connects at once if the request brought a token. */
    void begin(Handshake handshake) {
        String token = handshake.token();
        if (token != null) {
            connection.enqueue(() -> connect(token));
        }
    }

    private void connect(@Nullable String token) {
        try {
            socket = sockets.connect(connection, ENCODING, token);
        } catch (ProblemException e) {
            connection.send(ENCODING.event("error", sockets.error(e)));
            connection.end(EndReason.NOT_LET_IN);
        }
    }

    @Override
    public void text(String text) {
        Optional<PlainMessage> read = PlainMessage.read(text);
        NamespaceSocket current = socket;
        if (current != null) {
            read.ifPresentOrElse(
                    message ->
                            sockets.handle(current, message.event(), message.data(), message.ack()),
                    () -> sockets.malformed(current));
        } else if (read.isPresent() && read.get().event().equals(AUTH)) {
            connect(sockets.token(read.get().data()));
        } else {
            connect(null);
        }
    }

    @Override
    public void binary(byte[] message) {
        connection.end(EndReason.PROTOCOL);
    }

    @Override
    public void ended() {
        NamespaceSocket current = socket;
        if (current != null) {
            sockets.left(current);
        }
    }

    @Override
    public void check(long nowMillis) {
        NamespaceSocket current = socket;
        if (current != null && sockets.isOver(current, nowMillis)) {
            connection.end(EndReason.NO_SOCKETS);
        }
    }
}
