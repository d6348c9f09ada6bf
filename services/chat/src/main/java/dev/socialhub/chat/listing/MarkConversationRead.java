package dev.socialhub.chat.listing;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.socialhub.chat.access.ConversationAccess;
import dev.socialhub.chat.access.MayConverse;
import dev.socialhub.chat.conversation.Audience.OfUser;
import dev.socialhub.chat.conversation.ConversationHead;
import dev.socialhub.chat.conversation.ConversationHead.Marks;
import dev.socialhub.chat.conversation.ConversationHeadStore;
import dev.socialhub.chat.conversation.DirectId;
import dev.socialhub.chat.fanout.Broadcast;
import dev.socialhub.chat.message.ConversationEnds;
import dev.socialhub.shared.problem.ProblemException;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.inject.Singleton;
import java.util.UUID;

/**
 * Records how far a user has read a direct conversation, and tells its members, unless one of them
 * blocks the other.
 */
@Singleton
public class MarkConversationRead {

    private static final String MESSAGE_READ = "message_read";

    private final ConversationAccess access;
    private final MayConverse mayConverse;
    private final ConversationEnds ends;
    private final ConversationHeadStore heads;
    private final Broadcast broadcast;

    MarkConversationRead(
            ConversationAccess access,
            MayConverse mayConverse,
            ConversationEnds ends,
            ConversationHeadStore heads,
            Broadcast broadcast) {
        this.access = access;
        this.mayConverse = mayConverse;
        this.ends = ends;
        this.heads = heads;
        this.broadcast = broadcast;
    }

    /**
     * How far a member has read.
     *
     * @param seq the number of the last message read
     */
    @Serdeable
    @Schema(name = "ReadState")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record ReadState(String conversationId, UUID userId, long seq) {}

    /**
     * Marks everything up to a message as read. A mark never moves back, and never beyond the last
     * message.
     *
     * @throws ProblemException 404 for a conversation that the user may not read, 422 for a room
     */
    public ReadState upTo(UUID userId, String conversationId, long seq) {
        if (!(access.readable(userId, conversationId) instanceof DirectId id)) {
            throw ProblemException.invalid(
                    "conversationId", "is a room, in which nothing is marked as read");
        }
        long read = Math.min(seq, ends.find(id));
        ConversationHead head = heads.mark(id, userId, new Marks(read, read));
        ReadState state = new ReadState(id.text(), userId, head.marksOf(userId).readUpTo());
        broadcast.send(new OfUser(userId), MESSAGE_READ, state);
        UUID other = id.other(userId);
        if (!mayConverse.isBlocked(userId, other)) {
            broadcast.send(new OfUser(other), MESSAGE_READ, state);
        }
        return state;
    }
}
