package dev.socialhub.chat.event;

import dev.socialhub.chat.conversation.Audience.InRoom;
import dev.socialhub.chat.conversation.DirectId;
import dev.socialhub.chat.conversation.RoomId;
import dev.socialhub.chat.fanout.EnterRoom;
import dev.socialhub.chat.presence.RoomMembers;
import dev.socialhub.chat.socket.ClientSocket;
import dev.socialhub.chat.socket.EventHandler;
import dev.socialhub.shared.problem.ProblemException;
import dev.socialhub.shared.problem.ProblemType;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Lets a client into a room, or shows it one of its user's direct conversations. */
@Singleton
class JoinRoom implements EventHandler<RoomEvent> {

    private final EventConversation conversations;
    private final EnterRoom enterRoom;
    private final RoomMembers members;
    private final int maxRooms;

    JoinRoom(
            EventConversation conversations,
            EnterRoom enterRoom,
            RoomMembers members,
            @Value("${chat.max-rooms}") int maxRooms) {
        this.conversations = conversations;
        this.enterRoom = enterRoom;
        this.members = members;
        this.maxRooms = maxRooms;
    }

    @Override
    public String event() {
        return "join_room";
    }

    @Override
    public Class<RoomEvent> argument() {
        return RoomEvent.class;
    }

    @Override
    public @Nullable Object handle(ClientSocket socket, RoomEvent joined) {
        switch (conversations.of(socket, joined.roomId())) {
            case RoomId room -> enter(socket, room);
            case DirectId direct -> enterRoom.show(socket, direct);
        }
        return null;
    }

    private void enter(ClientSocket socket, RoomId room) {
        long rooms =
                socket.groups().stream().filter(group -> group.startsWith(InRoom.PREFIX)).count();
        if (rooms >= maxRooms && !socket.groups().contains(new InRoom(room).group())) {
            throw new ProblemException(
                    ProblemType.TOO_MANY_REQUESTS,
                    "A client can be in at most " + maxRooms + " rooms.");
        }
        enterRoom.enter(socket, room);
        members.enter(socket, room);
    }
}
