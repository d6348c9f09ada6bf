package dev.socialhub.chat.socket;

import dev.socialhub.chat.recovery.Positions;
import dev.socialhub.chat.socket.OutgoingEvent.Position;
import dev.socialhub.chat.transport.Connection;
import dev.socialhub.shared.identity.Caller;
import io.netty.channel.EventLoop;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A client in a namespace. Its positions are kept on the event loop of its connection alone. */
public final class NamespaceSocket implements ClientSocket {

    private static final Logger LOG = LoggerFactory.getLogger(NamespaceSocket.class);

    private final String id;
    private final @Nullable String privateId;
    private final Connection connection;
    private final NamespaceScope scope;
    private final Positions positions;
    private final Set<String> groups = ConcurrentHashMap.newKeySet(2);
    private final AtomicBoolean over = new AtomicBoolean();
    private volatile Caller caller;
    private volatile Instant expiresAt;
    private volatile boolean changed;
    private @Nullable List<OutgoingEvent> held;

    NamespaceSocket(
            SocketIdentity identity,
            Connection connection,
            NamespaceScope scope,
            Positions positions) {
        this.id = identity.id();
        this.privateId = identity.privateId();
        this.caller = identity.caller();
        this.expiresAt = identity.expiresAt();
        this.connection = connection;
        this.scope = scope;
        this.positions = positions;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Caller caller() {
        return caller;
    }

    /** Names the socket's record; null for a socket that can't be restored. */
    @Nullable String privateId() {
        return privateId;
    }

    Connection connection() {
        return connection;
    }

    NamespaceScope scope() {
        return scope;
    }

    EventLoop loop() {
        return connection.loop();
    }

    Positions positions() {
        return positions;
    }

    boolean isExpired(Instant now) {
        return !now.isBefore(expiresAt);
    }

    void renew(Caller same, Instant until) {
        caller = same;
        expiresAt = until;
    }

    /** Whether its record no longer says what it is; false from then on. */
    boolean takeChanged() {
        boolean was = changed;
        if (was) {
            changed = false;
        }
        return was;
    }

    @Override
    public void emit(OutgoingEvent event) {
        // What was emitted before the end is still sent.
        if (!over.get()) {
            loop().execute(() -> write(event));
        }
    }

    /** On the event loop; so are the following. */
    void write(OutgoingEvent event) {
        Position position = event.position();
        if (position != null) {
            int known = positions.nextOrdinal();
            positions.complete(position.conversationId(), event.group(), position.seq());
            noticeGrowth(known);
        }
        try (EncodedEvent encoded = new EncodedEvent(event)) {
            write(event, encoded);
        }
    }

    void deliver(OutgoingEvent event, EncodedEvent encoded) {
        if (over.get()) {
            return;
        }
        if (held != null) {
            held.add(event);
        } else if (isNew(event)) {
            write(event, encoded);
        }
    }

    /** The client knows the event already, since it comes from this socket. */
    void skip(OutgoingEvent event) {
        var _ = isNew(event);
    }

    private boolean isNew(OutgoingEvent event) {
        Position position = event.position();
        String group = event.group();
        if (position == null || group == null) {
            return true;
        }
        int known = positions.nextOrdinal();
        boolean isNew = positions.live(position.conversationId(), group, position.seq());
        noticeGrowth(known);
        return isNew;
    }

    private void noticeGrowth(int known) {
        if (positions.nextOrdinal() > known) {
            changed = true;
        }
    }

    private void write(OutgoingEvent event, EncodedEvent encoded) {
        byte[] suffix =
                privateId == null || event.position() == null
                        ? null
                        : scope.encoding().offset(positions.offset());
        if (suffix == null) {
            connection.write(encoded.whole(scope.encoding()));
        } else {
            connection.write(encoded.open(scope.encoding()), suffix);
        }
    }

    /** Keeps live events back, until the client has what it missed. */
    void hold() {
        held = new ArrayList<>();
    }

    void release() {
        List<OutgoingEvent> waiting = held == null ? List.of() : held;
        held = null;
        for (OutgoingEvent event : waiting) {
            try (EncodedEvent encoded = new EncodedEvent(event)) {
                deliver(event, encoded);
            }
        }
    }

    void acknowledge(long ackId, byte[] json) {
        connection.send(scope.encoding().ack(ackId, json));
    }

    @Override
    public void join(String group) {
        if (!over.get() && groups.add(group)) {
            changed = true;
            scope.groups().join(group, this);
            if (over.get()) {
                scope.groups().leave(group, this);
            }
        }
    }

    @Override
    public void leave(String group) {
        if (!over.get() && groups.remove(group)) {
            changed = true;
            scope.groups().leave(group, this);
            loop().execute(() -> positions.leave(group));
        }
    }

    @Override
    public Set<String> groups() {
        return Set.copyOf(groups);
    }

    @Override
    public void disconnect(String reason) {
        LOG.debug("A socket is disconnected: {}", reason);
        byte[] packet = scope.encoding().disconnect();
        if (packet != null) {
            connection.send(packet);
        }
        scope.sessions().forget(this);
        close();
    }

    /** Ends the socket; its observers hear of it after what the client has sent before. */
    void close() {
        if (end()) {
            connection.enqueue(() -> scope.tellDisconnected(this));
        }
    }

    /** Leaves all groups; true for the first call. */
    boolean end() {
        if (!over.compareAndSet(false, true)) {
            return false;
        }
        groups.forEach(group -> scope.groups().leave(group, this));
        return true;
    }

    boolean isOver() {
        return over.get();
    }
}
