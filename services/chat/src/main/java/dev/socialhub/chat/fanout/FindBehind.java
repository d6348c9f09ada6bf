package dev.socialhub.chat.fanout;

import dev.socialhub.chat.conversation.ConversationHead;
import dev.socialhub.chat.conversation.ConversationHeadStore;
import dev.socialhub.chat.conversation.ConversationId;
import dev.socialhub.chat.message.MessageStore;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Gatherers;

/**
 * Finds conversations with messages that the clients of this instance have not received. The next
 * message of each one is looked for in the store itself, since heads lag behind.
 */
@Singleton
class FindBehind {

    private static final int AT_ONCE = 1_000;

    private final OpenConversations open;
    private final ConversationHeadStore heads;
    private final MessageStore messages;

    FindBehind(OpenConversations open, ConversationHeadStore heads, MessageStore messages) {
        this.open = open;
        this.heads = heads;
        this.messages = messages;
    }

    /** Those of these that are behind, in any order; two statements for a thousand. */
    List<ConversationId> among(Collection<? extends ConversationId> conversations) {
        return conversations.stream()
                .gather(Gatherers.windowFixed(AT_ONCE))
                .flatMap(some -> amongSome(some).stream())
                .toList();
    }

    private Collection<ConversationId> amongSome(List<? extends ConversationId> conversations) {
        Map<ConversationId, Long> next = new HashMap<>();
        Map<ConversationId, Instant> notBegun = new HashMap<>();
        for (ConversationId id : conversations) {
            open.find(id)
                    .ifPresent(sequencer -> {
                        if (sequencer.isPositioned()) {
                            next.put(id, sequencer.position() + 1);
                        } else {
                            notBegun.put(id, sequencer.openedAt());
                        }
                    });
        }
        List<ConversationId> behind = new ArrayList<>();
        Map<ConversationId, ConversationHead> found = heads.find(notBegun.keySet());
        notBegun.forEach((id, openedAt) -> {
            ConversationHead head = found.getOrDefault(id, ConversationHead.EMPTY);
            Instant lastAt = head.lastAt();
            if (lastAt != null && !lastAt.isBefore(openedAt)) {
                behind.add(id);
            } else {
                next.put(id, head.lastSeq() + 1);
            }
        });
        behind.addAll(messages.findEach(next).keySet());
        return behind;
    }
}
