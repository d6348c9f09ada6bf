package dev.socialhub.chat.sending;

import dev.socialhub.chat.conversation.DirectId;
import dev.socialhub.chat.message.Message;
import dev.socialhub.chat.message.Message.Content;
import dev.socialhub.contracts.chat.MessageSent;
import dev.socialhub.messaging.outbox.Outbox;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;

/** Publishes that a message was sent to an absent user, once. */
@Singleton
class AnnounceMessage {

    private final MessageIntentRepository intents;
    private final Outbox outbox;

    AnnounceMessage(MessageIntentRepository intents, Outbox outbox) {
        this.intents = intents;
        this.outbox = outbox;
    }

    /** Publishes unless another caller was first: the intent is removed in the same transaction. */
    @Transactional
    void announce(String key, Message message) {
        Content content = message.content();
        if (intents.remove(key)
                && content != null
                && message.conversation() instanceof DirectId conversation) {
            outbox.append(
                    new MessageSent(
                            message.id(),
                            conversation.text(),
                            content.senderId(),
                            content.username(),
                            conversation.other(content.senderId()),
                            message.createdAt(),
                            message.seq()));
        }
    }
}
