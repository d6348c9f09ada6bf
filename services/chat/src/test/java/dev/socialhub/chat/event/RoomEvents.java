package dev.socialhub.chat.event;

import dev.socialhub.chat.conversation.RoomId;

/** Arguments of events about rooms. */
public final class RoomEvents {

    private RoomEvents() {}

    public static Object of(RoomId room) {
        return new RoomEvent(room.text());
    }
}
