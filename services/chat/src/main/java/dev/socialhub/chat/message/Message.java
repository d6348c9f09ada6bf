package dev.socialhub.chat.message;

import dev.socialhub.chat.conversation.ConversationId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A stored message.
 *
 * @param seq dense from 1 within the conversation: a hole means "not received yet", never "lost"
 * @param content null once the sender's data was erased
 */
public record Message(
        ConversationId conversation, long seq, Instant createdAt, @Nullable Content content) {

    /** The id on the wire and in the store: {@code <conversation>:<seq>}. */
    public String id() {
        return id(conversation, seq);
    }

    static String id(ConversationId conversation, long seq) {
        return conversation.text() + ":" + seq;
    }

    /**
     * What the sender gave.
     *
     * @param username the sender's name at that time
     * @param tempId the client's own id: another message of the same sender with it is the same one
     */
    public record Content(UUID senderId, String username, String tempId, String text) {}

    public boolean isBy(UUID userId) {
        return content != null && content.senderId().equals(userId);
    }
}
