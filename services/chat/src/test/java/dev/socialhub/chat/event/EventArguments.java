package dev.socialhub.chat.event;

import dev.socialhub.chat.conversation.RoomId;
import java.util.List;
import java.util.UUID;

/** Arguments of events. */
public final class EventArguments {

    private EventArguments() {}

    public static Object of(RoomId room) {
        return new RoomEvent(room.text());
    }

    public static Object typing(RoomId room) {
        return new Typing.TypingState(room.text(), true);
    }

    public static Object presence(UUID userId) {
        return new QueryPresence.Asked(List.of(userId));
    }

    public static Object offer(UUID toUserId) {
        return new RelayCall.Signal(null, toUserId, "c1", null, null);
    }
}
