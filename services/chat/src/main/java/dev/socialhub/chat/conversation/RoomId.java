package dev.socialhub.chat.conversation;

import java.util.Optional;
import java.util.regex.Pattern;

/** A room, which every user may enter; it exists as soon as a user names it. */
public record RoomId(String text) implements ConversationId {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    public RoomId {
        if (!isValid(text)) {
            throw new IllegalArgumentException("not the id of a room");
        }
    }

    /** Reads an id; empty for a text that can't be one. */
    public static Optional<RoomId> parsed(String text) {
        return isValid(text) ? Optional.of(new RoomId(text)) : Optional.empty();
    }

    private static boolean isValid(String text) {
        return FORM.matcher(text).matches() && !text.startsWith(DirectId.PREFIX);
    }
}
