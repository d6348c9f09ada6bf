package dev.socialhub.chat.access;

import dev.socialhub.chat.conversation.ConversationId;
import dev.socialhub.chat.conversation.DirectId;
import dev.socialhub.chat.conversation.RoomId;
import dev.socialhub.shared.problem.ProblemException;
import jakarta.inject.Singleton;
import java.util.UUID;

/**
 * Which conversations a user may read and write. Rooms are open. A direct conversation is readable
 * for its two members, even after a block, and does not exist for other users.
 */
@Singleton
public class ConversationAccess {

    private final MayConverse mayConverse;

    ConversationAccess(MayConverse mayConverse) {
        this.mayConverse = mayConverse;
    }

    /**
     * The conversation with this id.
     *
     * @throws ProblemException 404 when the user may not read it
     */
    public ConversationId readable(UUID userId, String id) {
        return ConversationId.parsed(id)
                .filter(conversation -> mayRead(userId, conversation))
                .orElseThrow(ConversationId::unknown);
    }

    public boolean mayRead(UUID userId, ConversationId conversation) {
        return switch (conversation) {
            case RoomId _ -> true;
            case DirectId direct -> direct.has(userId);
        };
    }

    /**
     * Passes if the user may write to a conversation that the user may read.
     *
     * @throws ProblemException 404 across a block, 403 when the members don't follow each other
     */
    public void checkWritable(UUID userId, ConversationId conversation) {
        switch (conversation) {
            case RoomId _ -> {}
            case DirectId direct ->
                    mayConverse.check(userId, direct.other(userId), ConversationId::unknown);
        }
    }
}
