package dev.socialhub.chat.event;

import dev.socialhub.chat.access.ConversationAccess;
import dev.socialhub.chat.conversation.ConversationId;
import dev.socialhub.chat.socket.ClientSocket;
import dev.socialhub.shared.problem.ProblemException;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** The conversation that an event names. */
@Singleton
class EventConversation {

    private final ConversationAccess access;

    EventConversation(ConversationAccess access) {
        this.access = access;
    }

    /**
     * @throws ProblemException 422 for a text that can't be an id, 404 for a direct conversation of
     *     other users
     */
    ConversationId of(ClientSocket socket, @Nullable String id) {
        ConversationId conversation =
                ConversationId.parsed(String.valueOf(id)).orElseThrow(RoomEvent::invalid);
        return access.readable(socket.caller().id(), conversation.text());
    }
}
