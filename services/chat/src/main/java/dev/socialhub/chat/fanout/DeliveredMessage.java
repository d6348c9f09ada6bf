package dev.socialhub.chat.fanout;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.socialhub.chat.message.MessageView;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What clients of the sender of a direct message get once it is stored.
 *
 * @param tempId the id that one of them gave it
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
record DeliveredMessage(
        @Nullable String tempId,
        String messageId,
        long seq,
        Instant createdAt,
        String conversationId,
        @Nullable String message) {

    static final String EVENT = "message-delivered";

    static DeliveredMessage of(MessageView sent) {
        return new DeliveredMessage(
                sent.tempId(),
                sent.id(),
                sent.seq(),
                sent.createdAt(),
                sent.conversationId(),
                sent.message());
    }
}
