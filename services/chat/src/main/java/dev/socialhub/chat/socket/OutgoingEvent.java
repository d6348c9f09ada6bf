package dev.socialhub.chat.socket;

import org.jspecify.annotations.Nullable;

/**
 * An event that is encoded once, for any number of clients. An event of a stored message has a
 * position in its conversation: clients that reconnect receive what they missed after their last
 * one.
 */
public final class OutgoingEvent {

    private final String name;
    private final byte[] json;
    private final @Nullable Position position;
    private final @Nullable String group;

    private OutgoingEvent(
            String name, byte[] json, @Nullable Position position, @Nullable String group) {
        this.name = name;
        this.json = json;
        this.position = position;
        this.group = group;
    }

    /**
     * @param name the event's name, such as {@code new_message}; a constant of the code
     * @param json its argument: one JSON value in UTF-8, which the caller doesn't change afterwards
     */
    public static OutgoingEvent of(String name, byte[] json) {
        return new OutgoingEvent(name, json, null, null);
    }

    /**
     * The event of a stored message. Emitted to one socket, it says that the client has everything
     * up to here, as after the history of a room; an empty history has the position 0.
     */
    public OutgoingEvent at(String conversationId, long seq) {
        return new OutgoingEvent(name, json, new Position(conversationId, seq), group);
    }

    /**
     * Names the group through which the client receives what follows in the conversation. {@link
     * Groups} knows it; an event with a position that is emitted to one socket says it here, such
     * as the history of a room that was just joined. Without it, the position counts only for a
     * conversation that the socket has received through a group before.
     */
    public OutgoingEvent in(String newGroup) {
        return new OutgoingEvent(name, json, position, newGroup);
    }

    String name() {
        return name;
    }

    byte[] json() {
        return json;
    }

    @Nullable Position position() {
        return position;
    }

    @Nullable String group() {
        return group;
    }

    /** A message's place in its conversation. */
    record Position(String conversationId, long seq) {}
}
