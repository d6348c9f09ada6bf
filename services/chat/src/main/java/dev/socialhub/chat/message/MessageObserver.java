package dev.socialhub.chat.message;

import dev.socialhub.chat.conversation.ConversationId;
import java.util.Collection;
import java.util.List;

/** Is told what this instance has stored. The calls come one at a time and must not block. */
public interface MessageObserver {

    /** Messages were stored, or sent again; those of a conversation are in order. */
    void stored(List<Message> messages);

    /** It is unknown whether messages of these conversations were stored. */
    void uncertain(Collection<ConversationId> conversations);
}
