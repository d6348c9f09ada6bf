package dev.socialhub.chat.conversation;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** The clients that an event is for: those in a room, or all of a user. */
public sealed interface Audience {

    /** The name of the group of sockets, {@code room:<id>} or {@code user:<id>}. */
    String group();

    /** The sockets that have entered a room. */
    record InRoom(RoomId room) implements Audience {

        public static final String PREFIX = "room:";

        @Override
        public String group() {
            return PREFIX + room.text();
        }
    }

    /** The sockets of a user. */
    record OfUser(UUID userId) implements Audience {

        static final String PREFIX = "user:";

        private static final Pattern FORM =
                Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

        @Override
        public String group() {
            return PREFIX + userId;
        }
    }

    /** Reads the name of a group; empty for any other group. */
    static Optional<Audience> ofGroup(String group) {
        if (group.startsWith(InRoom.PREFIX)) {
            return RoomId.parsed(group.substring(InRoom.PREFIX.length())).map(InRoom::new);
        }
        if (!group.startsWith(OfUser.PREFIX)) {
            return Optional.empty();
        }
        String id = group.substring(OfUser.PREFIX.length());
        return OfUser.FORM.matcher(id).matches()
                ? Optional.of(new OfUser(UUID.fromString(id)))
                : Optional.empty();
    }
}
