package dev.socialhub.chat.conversation;

import dev.socialhub.shared.problem.ProblemException;
import java.util.Optional;

/** The id of a room or of a direct conversation; clients and the store use its text. */
public sealed interface ConversationId permits RoomId, DirectId {

    /** 1 to 64 of the characters {@code A-Z a-z 0-9 . _ -}. */
    String text();

    /** Reads an id; empty for a text that can't be one. */
    static Optional<ConversationId> parsed(String text) {
        return text.startsWith(DirectId.PREFIX)
                ? DirectId.parsed(text).map(ConversationId.class::cast)
                : RoomId.parsed(text).map(ConversationId.class::cast);
    }

    /** The error for a conversation that doesn't exist, or that the caller may not see. */
    static ProblemException unknown() {
        return ProblemException.notFound("There is no such conversation.");
    }
}
