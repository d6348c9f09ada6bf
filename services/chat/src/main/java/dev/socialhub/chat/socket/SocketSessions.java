package dev.socialhub.chat.socket;

import dev.socialhub.chat.recovery.SessionRecord;
import dev.socialhub.chat.recovery.SessionStore;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Keeps the records of this instance's sockets up to date. */
@Singleton
final class SocketSessions {

    private final SessionStore store;
    private final Map<String, NamespaceSocket> here = new ConcurrentHashMap<>();

    SocketSessions(SessionStore store) {
        this.store = store;
    }

    void begin(NamespaceSocket socket) {
        String privateId = socket.privateId();
        if (privateId != null) {
            here.put(privateId, socket);
            save(socket);
        }
    }

    /** Writes what the socket is now. */
    void save(NamespaceSocket socket) {
        String privateId = socket.privateId();
        if (privateId != null) {
            // Positions are read where they are written.
            socket.loop()
                    .execute(() -> {
                        if (here.get(privateId) == socket) {
                            store.save(privateId, record(socket));
                        }
                    });
        }
    }

    private static SessionRecord record(NamespaceSocket socket) {
        return new SessionRecord(
                socket.caller().id(),
                socket.id(),
                List.copyOf(socket.groups()),
                socket.positions().conversations(),
                socket.positions().nextOrdinal(),
                socket.positions().epoch());
    }

    /** The connection broke: the client may come back, to any instance. */
    void leave(NamespaceSocket socket) {
        String privateId = socket.privateId();
        if (privateId != null) {
            socket.loop()
                    .execute(() -> {
                        if (here.remove(privateId, socket)) {
                            store.save(privateId, record(socket));
                        }
                    });
        }
    }

    /** The socket was ended on purpose. */
    void forget(NamespaceSocket socket) {
        String privateId = socket.privateId();
        if (privateId != null) {
            socket.loop()
                    .execute(() -> {
                        if (here.remove(privateId, socket)) {
                            store.remove(privateId);
                        }
                    });
        }
    }

    /** Takes the record of a socket that a client wants to continue. Blocks. */
    Optional<SessionRecord> take(String privateId, UUID userId) {
        return store.take(privateId, userId);
    }

    /**
     * The socket of a client that has come back before its old connection was found to be broken.
     */
    @Nullable NamespaceSocket takeOver(String privateId) {
        return here.remove(privateId);
    }
}
