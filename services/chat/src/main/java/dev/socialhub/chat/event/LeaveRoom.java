package dev.socialhub.chat.event;

import dev.socialhub.chat.conversation.Audience.InRoom;
import dev.socialhub.chat.conversation.RoomId;
import dev.socialhub.chat.presence.RoomMembers;
import dev.socialhub.chat.socket.ClientSocket;
import dev.socialhub.chat.socket.EventHandler;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Takes a client out of a room. */
@Singleton
class LeaveRoom implements EventHandler<RoomEvent> {

    private final RoomMembers members;

    LeaveRoom(RoomMembers members) {
        this.members = members;
    }

    @Override
    public String event() {
        return "leave_room";
    }

    @Override
    public Class<RoomEvent> argument() {
        return RoomEvent.class;
    }

    @Override
    public @Nullable Object handle(ClientSocket socket, RoomEvent left) {
        RoomId room = left.room();
        socket.leave(new InRoom(room).group());
        members.leave(socket, room);
        return null;
    }
}
