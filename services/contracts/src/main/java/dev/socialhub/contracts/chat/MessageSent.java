package dev.socialhub.contracts.chat;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.UUID;

/**
 * A direct message was sent to a user that no client was connected for. It doesn't contain the
 * text: events outlive what is erased.
 *
 * @param messageId conversation and number, {@code <conversation id>:<seq>}
 * @param version the message's number in its conversation
 */
@Serdeable
public record MessageSent(
        String messageId,
        String conversationId,
        UUID senderId,
        String senderUsername,
        UUID recipientId,
        Instant sentAt,
        long version)
        implements ChatEvent {

    @Override
    public String subject() {
        return messageId;
    }
}
