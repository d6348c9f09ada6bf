package dev.socialhub.chat.conversation;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Where a user takes part: the direct conversations, and the parts of rooms written in. */
public interface ParticipationStore {

    /** The users that this user has a direct conversation with. */
    Set<UUID> partners(UUID userId);

    /** Adds each conversation to the lists of both members. */
    void join(Collection<DirectId> conversations);

    /** Removes a partner from the user's own list; the other member's list stays. */
    void forget(UUID userId, UUID partner);

    /** Records the parts of rooms that users are about to write in. */
    void wroteIn(Map<UUID, Set<RoomPart>> parts);

    /** Some of the parts of rooms that the user has written in; empty when none is left. */
    List<RoomPart> someParts(UUID userId);

    /** How many parts of rooms the user has written in. */
    int parts(UUID userId);

    /** Removes parts from the record. */
    void forget(UUID userId, List<RoomPart> parts);

    /**
     * Messages of a room with neighbouring numbers: of 1 to 1,000 in part 0, of 1,001 to 2,000 in
     * part 1.
     */
    record RoomPart(RoomId room, long part) {

        private static final int SIZE = 1_000;

        /** The part that a message belongs to. */
        public static RoomPart of(RoomId room, long seq) {
            return new RoomPart(room, (seq - 1) / SIZE);
        }

        public long firstSeq() {
            return part * SIZE + 1;
        }

        public long lastSeq() {
            return (part + 1) * SIZE;
        }
    }
}
