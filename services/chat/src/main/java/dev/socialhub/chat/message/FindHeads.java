package dev.socialhub.chat.message;

import dev.socialhub.chat.conversation.ConversationHead;
import dev.socialhub.chat.conversation.ConversationHeadStore;
import dev.socialhub.chat.conversation.ConversationId;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Map;

/** Reads heads that contain at least what this instance has stored. */
@Singleton
public class FindHeads {

    private final AdvanceConversationHeads advanceHeads;
    private final ConversationHeadStore heads;

    FindHeads(AdvanceConversationHeads advanceHeads, ConversationHeadStore heads) {
        this.advanceHeads = advanceHeads;
        this.heads = heads;
    }

    public Map<ConversationId, ConversationHead> of(
            Collection<? extends ConversationId> conversations) {
        advanceHeads.now();
        return heads.find(conversations);
    }
}
