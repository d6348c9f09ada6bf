package dev.socialhub.chat.presence;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.socialhub.chat.conversation.Audience.InRoom;
import dev.socialhub.chat.conversation.RoomId;
import dev.socialhub.chat.fanout.Broadcast;
import dev.socialhub.chat.socket.ClientSocket;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Keeps track of the users in each room, and tells the others when one comes or goes. */
@Singleton
public class RoomMembers {

    private final LocalPresence local;
    private final PresenceStore store;
    private final Broadcast broadcast;

    RoomMembers(LocalPresence local, PresenceStore store, Broadcast broadcast) {
        this.local = local;
        this.store = store;
        this.broadcast = broadcast;
    }

    /** A user that has entered or left a room. */
    @Serdeable
    record Moved(String roomId, UUID userId, String username) {}

    /** The users in a room, as a client gets them. */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Users(String roomId, List<Member> users) {}

    /** Adds the client's user, shows the client all users, and tells the others. */
    public void enter(ClientSocket socket, RoomId room) {
        boolean isFirst = add(socket, room);
        socket.emit(broadcast.event("room_users", new Users(room.text(), in(room))));
        if (isFirst) {
            tellOthers(socket, room);
        }
    }

    /** The same for a client that is in the room already and was restored: it is shown nothing. */
    void restore(ClientSocket socket, RoomId room) {
        if (add(socket, room)) {
            tellOthers(socket, room);
        }
    }

    private boolean add(ClientSocket socket, RoomId room) {
        Member member = member(socket);
        store.entered(room, Set.of(member));
        return local.enter(room, member, socket.id());
    }

    private void tellOthers(ClientSocket socket, RoomId room) {
        broadcast.sendToOthers(
                new InRoom(room), "user_joined", moved(room, member(socket)), socket);
    }

    /** Removes the client's user, unless the user is in the room with another client here. */
    public void leave(ClientSocket socket, RoomId room) {
        Member member = member(socket);
        if (local.leave(room, member, socket.id())) {
            store.left(room, member);
            broadcast.send(new InRoom(room), "user_left", moved(room, member));
        }
    }

    /** The users in a room, by name. */
    List<Member> in(RoomId room) {
        Set<Member> members = new HashSet<>(store.in(room));
        members.addAll(local.in(room));
        return members.stream().sorted(Comparator.comparing(Member::username)).toList();
    }

    private static Moved moved(RoomId room, Member member) {
        return new Moved(room.text(), member.userId(), member.username());
    }

    private static Member member(ClientSocket socket) {
        return new Member(socket.caller().id(), socket.caller().username());
    }
}
