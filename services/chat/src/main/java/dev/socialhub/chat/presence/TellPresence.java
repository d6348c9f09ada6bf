package dev.socialhub.chat.presence;

import dev.socialhub.chat.conversation.Audience;
import dev.socialhub.chat.conversation.Audience.InRoom;
import dev.socialhub.chat.conversation.Audience.OfUser;
import dev.socialhub.chat.conversation.RoomId;
import dev.socialhub.chat.socket.ClientSocket;
import dev.socialhub.chat.socket.SocketObserver;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Tells users when the users that they have direct conversations with come online or go offline. To
 * users that block each other both are offline.
 */
@Singleton
class TellPresence implements SocketObserver {

    private final LocalPresence local;
    private final PresenceStore store;
    private final RoomMembers roomMembers;
    private final Partners partners;

    TellPresence(
            LocalPresence local, PresenceStore store, RoomMembers roomMembers, Partners partners) {
        this.local = local;
        this.store = store;
        this.roomMembers = roomMembers;
        this.partners = partners;
    }

    @Override
    public void connected(ClientSocket socket) {
        UUID userId = socket.caller().id();
        socket.join(new OfUser(userId).group());
        if (local.connect(userId, socket.id())) {
            boolean wasOnline = !store.online(Set.of(userId)).isEmpty();
            store.report(Set.of(userId));
            if (!wasOnline) {
                partners.tell(userId, true);
            }
        }
        rooms(socket).forEach(room -> roomMembers.restore(socket, room));
    }

    @Override
    public void disconnected(ClientSocket socket) {
        rooms(socket).forEach(room -> roomMembers.leave(socket, room));
        UUID userId = socket.caller().id();
        if (local.disconnect(userId, socket.id())) {
            store.offline(userId);
            if (store.online(Set.of(userId)).isEmpty()) {
                partners.tell(userId, false);
            }
        }
    }

    /** A restored client is in rooms already when it connects. */
    private static Set<RoomId> rooms(ClientSocket socket) {
        return socket.groups().stream()
                .flatMap(group -> Audience.ofGroup(group).stream())
                .filter(InRoom.class::isInstance)
                .map(audience -> ((InRoom) audience).room())
                .collect(Collectors.toSet());
    }
}
