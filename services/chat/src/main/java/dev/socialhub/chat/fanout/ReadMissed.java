package dev.socialhub.chat.fanout;

import dev.socialhub.chat.access.ConversationAccess;
import dev.socialhub.chat.conversation.ConversationId;
import dev.socialhub.chat.message.MessageStore;
import dev.socialhub.chat.socket.MissedMessages;
import dev.socialhub.chat.socket.OutgoingEvent;
import dev.socialhub.shared.identity.Caller;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.LongStream;

/** Reads what a client missed while it was not connected. */
@Singleton
class ReadMissed implements MissedMessages {

    private final ConversationAccess access;
    private final MessageStore messages;
    private final DeliverMessages deliverMessages;
    private final MessageJson json;

    ReadMissed(
            ConversationAccess access,
            MessageStore messages,
            DeliverMessages deliverMessages,
            MessageJson json) {
        this.access = access;
        this.messages = messages;
        this.deliverMessages = deliverMessages;
        this.json = json;
    }

    @Override
    public List<OutgoingEvent> after(
            String group, String conversationId, long seq, Caller caller, int limit) {
        return ConversationId.parsed(conversationId)
                .filter(id -> access.mayRead(caller.id(), id))
                .map(id -> after(id, seq, caller, limit))
                .orElse(List.of());
    }

    private List<OutgoingEvent> after(ConversationId id, long seq, Caller caller, int limit) {
        List<Long> seqs = LongStream.rangeClosed(seq + 1, seq + limit).boxed().toList();
        return messages.find(id, seqs).stream()
                .map(one -> deliverMessages.event(id, caller.id(), json.of(one)))
                .toList();
    }
}
