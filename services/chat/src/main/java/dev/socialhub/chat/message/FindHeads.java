package dev.socialhub.chat.message;

import dev.socialhub.chat.conversation.ConversationId;
import dev.socialhub.chat.conversation.Head;
import dev.socialhub.chat.conversation.HeadStore;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Map;

/** Reads heads that contain at least what this instance has stored. */
@Singleton
public class FindHeads {

    private final AdvanceHeads advanceHeads;
    private final HeadStore heads;

    FindHeads(AdvanceHeads advanceHeads, HeadStore heads) {
        this.advanceHeads = advanceHeads;
        this.heads = heads;
    }

    public Map<ConversationId, Head> of(Collection<? extends ConversationId> conversations) {
        advanceHeads.now();
        return heads.find(conversations);
    }
}
