package dev.socialhub.contracts.chat;

import dev.socialhub.contracts.event.EventData;

/** An event about a direct conversation. Keyed by the conversation's id. */
public sealed interface ChatEvent extends EventData permits MessageSent {

    String conversationId();

    @Override
    default String partitionKey() {
        return conversationId();
    }
}
