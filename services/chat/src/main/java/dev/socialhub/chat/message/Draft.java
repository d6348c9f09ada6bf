package dev.socialhub.chat.message;

import dev.socialhub.chat.conversation.ConversationId;
import dev.socialhub.chat.message.Message.Content;
import java.time.Instant;

/** A message before it has a number. */
public record Draft(ConversationId conversation, Content content, Instant createdAt) {

    /** Unique in the store: what is sent again is the same message. */
    public String key() {
        return key(conversation, content);
    }

    static String key(ConversationId conversation, Content content) {
        return conversation.text() + "|" + content.senderId() + "|" + content.tempId();
    }

    Message numbered(long seq) {
        return new Message(conversation, seq, createdAt, content);
    }
}
