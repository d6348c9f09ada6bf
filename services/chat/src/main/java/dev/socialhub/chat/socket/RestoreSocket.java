package dev.socialhub.chat.socket;

import dev.socialhub.chat.metrics.SocketMetrics;
import dev.socialhub.chat.metrics.SocketMetrics.Recovery;
import dev.socialhub.chat.recovery.Conversation;
import dev.socialhub.chat.recovery.Positions;
import dev.socialhub.chat.recovery.RecoveryConfiguration;
import dev.socialhub.chat.recovery.SessionRecord;
import dev.socialhub.chat.socketio.PacketEncoder;
import dev.socialhub.chat.transport.Connection;
import dev.socialhub.chat.transport.EndReason;
import dev.socialhub.shared.identity.VerifiedToken;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets a client continue its socket: it is in its groups again before what it missed is read, and
 * live events are held back until it has that, so none is lost and none comes twice.
 */
@Singleton
final class RestoreSocket {

    private static final Logger LOG = LoggerFactory.getLogger(RestoreSocket.class);

    /** How long a client waits for its old connection to end. */
    private static final Duration MAX_WAIT = Duration.ofSeconds(2);

    private final SocketSessions sessions;
    private final Optional<MissedMessages> missed;
    private final RecoveryConfiguration settings;
    private final JsonText json;
    private final SocketMetrics metrics;

    RestoreSocket(
            SocketSessions sessions,
            Optional<MissedMessages> missed,
            RecoveryConfiguration settings,
            JsonText json,
            SocketMetrics metrics) {
        this.sessions = sessions;
        this.missed = missed;
        this.settings = settings;
        this.json = json;
        this.metrics = metrics;
    }

    /** Empty if the client asks for none, or for one that can't be restored. */
    Optional<NamespaceSocket> restore(
            Connection connection,
            NamespaceScope scope,
            VerifiedToken token,
            ConnectRequest request) {
        String privateId = request.pid();
        if (privateId == null) {
            return Optional.empty();
        }
        Optional<SessionRecord> known =
                PrivateIds.isWellFormed(privateId)
                        ? sessions.take(privateId, token.userId())
                        : Optional.empty();
        Optional<List<Conversation>> places =
                known.flatMap(session -> session.at(request.offset()));
        if (known.isEmpty() || places.isEmpty()) {
            metrics.recovery(Recovery.UNKNOWN);
            return Optional.empty();
        }
        endOld(privateId);
        SessionRecord session = known.get();
        NamespaceSocket socket =
                new NamespaceSocket(
                        SocketIdentity.of(session.socketId(), privateId, token),
                        connection,
                        scope,
                        Positions.of(places.get(), session.nextOrdinal(), session.epoch() + 1));
        socket.loop().execute(socket::hold);
        session.groups().forEach(socket::join);
        Optional<List<OutgoingEvent>> events = missed(socket, places.get());
        if (events.isEmpty()) {
            socket.end();
            metrics.recovery(Recovery.FAILED);
            return Optional.empty();
        }
        socket.loop().execute(() -> resume(connection, socket, events.get()));
        scope.tellConnected(socket);
        sessions.begin(socket);
        metrics.recovery(Recovery.RECOVERED);
        return Optional.of(socket);
    }

    /**
     * The connection that the client has given up may still count as open here. What came over it
     * is handled first.
     */
    private void endOld(String privateId) {
        NamespaceSocket old = sessions.takeOver(privateId);
        if (old == null) {
            return;
        }
        CountDownLatch ended = new CountDownLatch(1);
        old.connection().end(EndReason.REPLACED);
        old.connection().enqueue(ended::countDown);
        try {
            if (!ended.await(MAX_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("A client continues while its old connection is still busy");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Empty if there is too much of it, or it can't be read. */
    private Optional<List<OutgoingEvent>> missed(
            NamespaceSocket socket, List<Conversation> places) {
        List<OutgoingEvent> events = new ArrayList<>();
        if (missed.isEmpty()) {
            return Optional.of(events);
        }
        int limit = settings.maxMissed();
        try {
            for (Conversation place : places) {
                List<OutgoingEvent> after =
                        missed.get()
                                .after(
                                        place.group(),
                                        place.id(),
                                        place.seq(),
                                        socket.caller(),
                                        limit + 1);
                if (after.size() > limit) {
                    return Optional.empty();
                }
                after.forEach(event -> events.add(event.in(place.group())));
            }
        } catch (RuntimeException e) {
            LOG.warn("A client begins anew, since its messages can't be read: {}", e.toString());
            return Optional.empty();
        }
        return Optional.of(events);
    }

    private void resume(Connection connection, NamespaceSocket socket, List<OutgoingEvent> events) {
        connection.expect(events.stream().mapToInt(event -> event.json().length).sum());
        connection.write(
                PacketEncoder.connect(
                        socket.scope().namespace().name(),
                        json.bytes(new ConnectAnswer(socket.id(), socket.privateId()))),
                new byte[0]);
        events.forEach(socket::write);
        socket.release();
    }
}
