package dev.socialhub.chat.fanout;

import dev.socialhub.chat.conversation.ConversationId;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;

/** Takes messages that another instance has stored. */
@Singleton
class ReceivedMessages {

    private final OrderMessages order;
    private final MessageJson json;
    private final Reconcile reconcile;

    ReceivedMessages(OrderMessages order, MessageJson json, Reconcile reconcile) {
        this.order = order;
        this.json = json;
        this.reconcile = reconcile;
    }

    void take(byte[] body) {
        Delivered message = json.read(body);
        ConversationId.parsed(message.message().conversationId())
                .ifPresent(id -> order.offer(id, message));
    }

    void catchUp(byte[] body) {
        ConversationId.parsed(new String(body, StandardCharsets.UTF_8)).ifPresent(order::toEndSoon);
    }

    /** After messages of other instances may have been lost. */
    void reconcile() {
        reconcile.all();
    }
}
