package dev.socialhub.chat.event;

import dev.socialhub.chat.conversation.RoomId;
import dev.socialhub.shared.problem.ProblemException;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/** An event about a room. */
@Serdeable
record RoomEvent(@Nullable @NotNull String roomId) {

    /**
     * The room.
     *
     * @throws ProblemException 422 for a text that can't be its id
     */
    RoomId room() {
        return RoomId.parsed(String.valueOf(roomId)).orElseThrow(RoomEvent::invalid);
    }

    static ProblemException invalid() {
        return ProblemException.invalid(
                "roomId", "must be 1 to 64 letters, digits, dots, underscores or hyphens");
    }
}
